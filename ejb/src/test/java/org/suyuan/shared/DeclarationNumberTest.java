package org.suyuan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("T9")
class DeclarationNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void takes_an_import_declaration_of_this_year_or_an_earlier_one() {
        assertThat(DeclarationNumber.isValid("220220261000000001", TODAY)).isTrue();
        assertThat(DeclarationNumber.isValid("２２0220181000000001 ", TODAY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22182011180354730", // 17 digits, seen in public samples
                "220220260000000001", // export
                "220220271000000001", // next year
                "220219261000000001",
                "123456789", // the old form of nine digits
                "E20210000747040029",
                ""
            })
    void refuses_what_is_none(String number) {
        assertThat(DeclarationNumber.isValid(number, TODAY)).isFalse();
    }
}
