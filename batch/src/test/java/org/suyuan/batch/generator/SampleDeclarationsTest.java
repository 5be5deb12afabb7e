package org.suyuan.batch.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suyuan.declaration.DeclarationRecord;
import org.suyuan.identity.Enterprise;
import org.suyuan.shared.DeclarationNumber;

@Tag("H8")
class SampleDeclarationsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<Enterprise> IMPORTERS =
            List.of(new Enterprise(SampleEnterprises.code("91310115MA1GEN001"), "样例公司", "2200"));

    @Test
    void the_same_seed_gives_the_same_declarations() {
        assertThat(samples(7)).isEqualTo(samples(7)).isNotEqualTo(samples(8));
    }

    @Test
    void numbers_are_valid_and_unique() {
        assertThat(samples(1))
                .extracting(DeclarationRecord::declarationNo)
                .doesNotHaveDuplicates()
                .allMatch(number -> DeclarationNumber.isValid(number, TODAY));
    }

    @Test
    void food_is_imported_within_the_last_sixty_days_and_has_not_expired() {
        assertThat(samples(1)).allSatisfy(declaration -> {
            assertThat(declaration.importDate()).isBetween(TODAY.minusDays(60), TODAY);
            assertThat(declaration.goods()).isNotEmpty().allSatisfy(goods -> {
                assertThat(goods.productionDate()).isBefore(declaration.importDate());
                assertThat(goods.productionDate().plusDays(goods.shelfLifeDays()))
                        .isAfter(TODAY);
            });
        });
    }

    @Test
    void an_order_names_what_it_wants() {
        assertThat(GenerationOrder.parse("declarations=10,reports=5,sales=20,seed=3"))
                .isEqualTo(new GenerationOrder(10, 5, 20, 3));
        assertThat(GenerationOrder.parse("declarations=10")).isEqualTo(new GenerationOrder(10, 0, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "reports", "trucks=3", "reports=-1", "reports=5,reports=6", "sales=3", "reports=5,sales=4"})
    void an_order_that_makes_no_sense_is_refused(String order) {
        assertThatIllegalArgumentException().isThrownBy(() -> GenerationOrder.parse(order));
    }

    private static List<DeclarationRecord> samples(long seed) {
        var samples = new SampleDeclarations(seed, TODAY, IMPORTERS);
        return LongStream.range(0, 500).mapToObj(samples::declaration).toList();
    }
}
