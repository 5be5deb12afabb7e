package org.suyuan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("T27")
class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "13812345678, 13812345678",
        "+86 138-1234-5678, 13812345678",
        "８６, ''",
        "021-12345678, 021-12345678",
        "0755-1234567-801, 0755-1234567-801",
        "02112345678, 02112345678",
        "400-820-8820, 400-820-8820",
        "8008208820, 8008208820",
        "021－12345678, 021-12345678"
    })
    void normalises_mobile_landline_and_service_numbers(String text, String normalised) {
        assertThat(PhoneNumber.isValid(text)).isEqualTo(!normalised.isEmpty());
        if (!normalised.isEmpty()) {
            assertThat(new PhoneNumber(text).value()).isEqualTo(normalised);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12812345678", "1381234567", "138123456789", "12345", "abc", "", "+1 202 555 0100"})
    void refuses_what_is_none(String text) {
        assertThat(PhoneNumber.isValid(text)).isFalse();
    }
}
