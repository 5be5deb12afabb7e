package org.suyuan.foodsafety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F16")
class TypedDaysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-12-29 开心果 | day=2023-12-29",
                "开心果2023年12月9日 | day=2023-12-09",
                "2023/1/9 | day=2023-01-09",
                "20231229 | day=2023-12-29",
                "29 Dec 2023 | day=2023-12-29",
                "figs Dec 29, 2023 | day=2023-12-29",
                "December 29th 2023 | day=2023-12-29",
                "29.12.2023 | day=2023-12-29",
                "3/4/2023 | day=2023-04-03 day=2023-03-04",
                "2023年12月 | month=2023-12",
                "2023-12 | month=2023-12",
                "Sept. 2023 | month=2023-09",
                "2023 aflatoxin | year=2023",
                "2023年黄曲霉毒素 | year=2023"
            })
    void a_time_is_understood_however_it_is_typed(String typed, String tokens) {
        var found = TypedDays.in(typed).found();

        assertThat(found).hasSize(1);
        assertThat(String.join(" ", found.get(0).tokens())).isEqualTo(tokens);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB 2762-2022",
                "2023.8997",
                "FSIS-2023-01234",
                "20083000",
                "2023-13-40",
                "E 1999a",
                "12023",
                "2026-02-30"
            })
    void numbers_that_are_no_time_stay(String typed) {
        assertThat(TypedDays.in(typed).found()).isEmpty();
        assertThat(TypedDays.in(typed).rest()).isEqualTo(typed);
    }
}
