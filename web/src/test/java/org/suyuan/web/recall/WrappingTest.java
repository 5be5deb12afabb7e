package org.suyuan.web.recall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F6")
class WrappingTest {

    private static final int WIDTH = 162;

    @Test
    void a_declaration_number_stays_on_one_line() {
        assertThat(Wrapping.of("220220261000000001", WIDTH)).containsExactly("220220261000000001");
    }

    @Test
    void a_chinese_name_breaks_between_any_two_characters() {
        assertThat(Wrapping.of("福建省福州市示例食品进口有限公司", WIDTH)).containsExactly("福建省福州市示例食品进", "口有限公司");
    }

    @Test
    void a_foreign_name_breaks_between_words() {
        assertThat(Wrapping.of("Pacifico Mariscos S.A.", WIDTH)).containsExactly("Pacifico", "Mariscos S.A.");
    }

    @Test
    void what_does_not_fit_three_lines_is_cut_visibly() {
        assertThat(Wrapping.of("长".repeat(34), WIDTH))
                .hasSize(3)
                .startsWith("长".repeat(11), "长".repeat(11))
                .last()
                .isEqualTo("长".repeat(10) + "…");
        assertThat(Wrapping.of("x".repeat(200), WIDTH))
                .hasSize(3)
                .last()
                .asString()
                .endsWith("…");
    }
}
