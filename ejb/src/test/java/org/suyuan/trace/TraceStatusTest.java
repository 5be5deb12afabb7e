package org.suyuan.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suyuan.trace.TraceStatus.CUSTOMS_FAILED;
import static org.suyuan.trace.TraceStatus.CUSTOMS_STORED;
import static org.suyuan.trace.TraceStatus.DELETED;
import static org.suyuan.trace.TraceStatus.DRAFT;
import static org.suyuan.trace.TraceStatus.RETURNED;
import static org.suyuan.trace.TraceStatus.SEND_FAILED;
import static org.suyuan.trace.TraceStatus.SENT;
import static org.suyuan.trace.TraceStatus.SUBMITTED;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TraceStatusTest {

    private static final Map<TraceStatus, Set<TraceStatus>> MOVES = Map.of(
            DRAFT, EnumSet.of(SUBMITTED, DELETED),
            SUBMITTED, EnumSet.of(SENT, SEND_FAILED, CUSTOMS_STORED, CUSTOMS_FAILED, RETURNED),
            SENT, EnumSet.of(SEND_FAILED, CUSTOMS_STORED, CUSTOMS_FAILED, RETURNED),
            SEND_FAILED, EnumSet.of(SENT, SEND_FAILED, CUSTOMS_STORED, CUSTOMS_FAILED, RETURNED),
            CUSTOMS_FAILED, EnumSet.of(DRAFT, DELETED),
            RETURNED, EnumSet.of(DRAFT, DELETED),
            CUSTOMS_STORED, EnumSet.noneOf(TraceStatus.class),
            DELETED, EnumSet.noneOf(TraceStatus.class));

    @ParameterizedTest
    @EnumSource(TraceStatus.class)
    void allows_the_moves_of_the_requirements_and_no_others(TraceStatus status) {
        var allowed = EnumSet.allOf(TraceStatus.class);
        allowed.removeIf(next -> !status.mayBecome(next));
        assertThat(allowed).isEqualTo(MOVES.get(status));
    }

    @Test
    void the_code_families_are_not_mixed_up() {
        assertThat(new CustomsAnswer("3", null, null).status())
                .as("3 is 发送海关成功 in our family")
                .isEqualTo(SENT);
        assertThat(new CustomsAnswer("4", null, null).status()).isEqualTo(SEND_FAILED);
        assertThat(new CustomsAnswer("-12", null, null).status()).isEqualTo(CUSTOMS_FAILED);
    }
}
