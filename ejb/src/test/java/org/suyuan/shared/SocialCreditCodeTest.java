package org.suyuan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("T25")
class SocialCreditCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91110000600037341L",
                "91330400763937539K",
                "913302043169258512",
                "92371000MA3MXH0E3W"
            })
    void takes_real_codes(String code) {
        assertThat(SocialCreditCode.isValid(code)).isTrue();
        assertThat(new SocialCreditCode(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y4Z", // the standard's own worked example is wrong
                "91350100M000100Y44",
                "91350100M000100Y4",
                "91350100M000100Y433",
                "91350100I000100Y43",
                "9135010OM000100Y43",
                "９",
                ""
            })
    void refuses_what_is_none(String code) {
        assertThat(SocialCreditCode.isValid(code)).isFalse();
        assertThat(SocialCreditCode.parse(code)).isEmpty();
    }

    @Test
    void normalises_full_width_and_lower_case_input() {
        assertThat(new SocialCreditCode(" ９１350100m000100y43 ").value()).isEqualTo("91350100M000100Y43");
    }

    @Test
    void says_what_is_wrong() {
        assertThatThrownBy(() -> new SocialCreditCode("123"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("123");
    }
}
