package org.suyuan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void is_kept_as_it_is_sent_to() {
        assertThat(new EmailAddress(" Zhang.San+recall＠Example.COM.cn ").value())
                .isEqualTo("Zhang.San+recall@example.com.cn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a@b",
                "@example.com",
                "a@@example.com",
                "a b@example.com",
                "a@example..com",
                ".a@example.com",
                "a@-example.com",
                "\"a\"@example.com",
                "a@example.com, b@example.com",
                "a@example.com\r\nBcc: b@example.com",
                "张三@example.com",
                "a@[127.0.0.1]"
            })
    void others_are_refused(String text) {
        assertThat(EmailAddress.isValid(text)).isFalse();
        assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
