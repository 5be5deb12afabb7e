package org.suyuan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F17")
class WordsTest {

    @Test
    void overlapping_pairs_are_written_as_one_word() {
        assertThat(Words.written(List.copyOf(Words.ofFood("阿拉比卡咖啡豆")))).isEqualTo("阿拉比卡咖啡豆");
        assertThat(Words.written(List.of("番茄", "沙司"))).isEqualTo("番茄 沙司");
        assertThat(Words.written(List.of("peanut", "butter"))).isEqualTo("peanut butter");
    }
}
