package org.suyuan.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link to the sign-in page cannot lead a user out of the portal. */
class LocalAddressTest {

    @ParameterizedTest
    @DisplayName("A path of the portal is followed")
    @ValueSource(strings = {"/", "/home", "/trace/edit?no=FT2026000000000001", "/q/a_b-C"})
    void aPathOfThePortalIsFollowed(String path) {
        assertThat(LocalAddress.of(path, "/otherwise")).isEqualTo(path);
    }

    @ParameterizedTest
    @DisplayName("Anything else is not")
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "",
                "/a\r\nb",
                "/a\\b"
            })
    void anythingElseIsNot(String address) {
        assertThat(LocalAddress.of(address, "/otherwise")).isEqualTo("/otherwise");
    }
}
