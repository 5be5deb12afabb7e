package org.suyuan.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suyuan.shared.table.CsvText;

@Tag("H7")
class ShippedTablesTest {

    @ParameterizedTest
    @EnumSource(CodeTable.class)
    void every_table_ships_with_unique_codes_and_chinese_names(CodeTable table) throws Exception {
        try (var file =
                CodeTable.class.getResourceAsStream("/codes/" + table.name().toLowerCase(Locale.ROOT) + ".csv")) {
            var rows = CsvText.lines(new String(file.readAllBytes(), StandardCharsets.UTF_8), ',')
                    .skip(1)
                    .toList();

            assertThat(rows).isNotEmpty().allSatisfy(row -> {
                assertThat(row).hasSize(3);
                assertThat(row.get(1)).isNotBlank().hasSizeLessThanOrEqualTo(400);
            });
            assertThat(rows).extracting(row -> row.get(0)).doesNotHaveDuplicates();
        }
    }
}
