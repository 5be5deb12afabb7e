package org.suyuan.recall.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.recall.figures.RecallEffectiveness.RoundQuantity;

/**
 * Recalls that the US FSIS published with the pounds recalled and recovered (public domain); the percentages were computed
 * by hand. In every eighth of its recalls more was recovered than recalled, as in the last five here.
 */
@Tag("F11")
@Tag("F12")
class PublishedRecallsTest {

    @ParameterizedTest
    @CsvSource({
        "001-2010,    205,    117,   57.07, false",
        "002-2010,   2574,   1391,   54.04, false",
        "005-2010,  19200,   4800,   25.00, false",
        "007-2010,  50000,  35651,   71.30, false",
        "008-2010,  14000,  11557,   82.55, false",
        "012-2010,  16290,   1040,    6.38, false",
        "016-2010, 115700, 115106,   99.49, false",
        "022-2010,    100,     28,   28.00, false",
        "013-2010,  96000, 100949,  105.16, true",
        "014-2010,    186,    647,  347.85, true",
        "029-2010,     70,    868, 1240.00, true",
        "033-2010,  87000, 190890,  219.41, true",
        "061-2010,     57,    566,  992.98, true"
    })
    void agree_and_more_recovered_than_recalled_is_never_accepted_silently(
            String number, BigDecimal recalled, BigDecimal recovered, BigDecimal percent, boolean impossible) {
        var effectiveness =
                RecallEffectiveness.of(recalled, recalled, List.of(new RoundQuantity(1, Instant.EPOCH, recovered)));
        var balance =
                new RecallBalance(recalled, recalled, BigDecimal.ZERO, false, recovered, Disposal.NONE, false, true);

        assertThat(effectiveness.rounds().get(0).ofPlan()).as(number).isEqualByComparingTo(percent);
        assertThat(balance.exceedsRecallable()).isEqualTo(impossible);
        assertThat(balance.gaps().stream().anyMatch(gap -> gap.kind() == Gap.Kind.RECALLED_OVER_SOLD))
                .isEqualTo(impossible);
    }
}
