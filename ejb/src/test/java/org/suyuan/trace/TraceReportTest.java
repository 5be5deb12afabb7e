package org.suyuan.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suyuan.identity.Enterprise;
import org.suyuan.identity.Filer;
import org.suyuan.identity.Operator;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.SocialCreditCode;

class TraceReportTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Enterprise IMPORTER =
            new Enterprise(new SocialCreditCode("91350100M000100Y43"), "进口商", "2200");

    private final TraceReport report = draft();

    @Test
    @Tag("E9")
    void a_submitted_report_is_neither_edited_nor_deleted_nor_submitted_again() {
        submit();

        assertThatThrownBy(this::edit).isInstanceOf(Refusal.class);
        assertThatThrownBy(report::delete).isInstanceOf(Refusal.class);
        assertThatThrownBy(this::submit).isInstanceOf(Refusal.class);
        assertThat(report.status()).isEqualTo(TraceStatus.SUBMITTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "300", "399"})
    void an_interim_answer_means_that_customs_has_it(String code) {
        submit();

        assertThat(report.answered(1, answer(code, 0))).isTrue();
        assertThat(report.status()).isEqualTo(TraceStatus.SENT);
    }

    @Test
    void a_final_answer_never_moves_again() {
        submit();
        report.answered(1, answer("120", 10));

        for (var late : List.of("3", "4", "100", "-1", "120")) {
            assertThat(report.answered(1, answer(late, 20))).as(late).isFalse();
        }
        assertThat(report.status()).isEqualTo(TraceStatus.CUSTOMS_STORED);
    }

    @Test
    void an_interim_answer_that_was_overtaken_changes_nothing() {
        submit();
        report.answered(1, answer("4", 10));

        assertThat(report.answered(1, answer("3", 5))).isFalse();
        assertThat(report.status()).isEqualTo(TraceStatus.SEND_FAILED);
        assertThat(report.answered(1, answer("120", 5)))
                .as("a final answer counts whenever it comes")
                .isTrue();
    }

    @Test
    @Tag("A12")
    void editing_after_a_failure_begins_the_next_version_which_old_answers_do_not_touch() {
        submit();
        report.answered(1, answer("-1", 10));
        assertThat(report.customsReason()).isEqualTo("because");

        edit();

        assertThat(report.version()).isEqualTo(2);
        assertThat(report.status()).isEqualTo(TraceStatus.DRAFT);
        assertThat(report.customsReason()).isNull();
        assertThat(report.answered(1, answer("120", 20))).isFalse();
        submit();
        assertThat(report.answered(1, answer("100", 30))).isFalse();
        assertThat(report.answered(2, answer("120", 40))).isTrue();
    }

    @Test
    @Tag("A13")
    void a_draft_a_failed_and_a_returned_report_may_be_deleted() {
        for (var code : List.of("-1", "100")) {
            var failed = draft();
            failed.submit(TODAY, NOW);
            failed.answered(1, answer(code, 1));
            failed.delete();
            assertThat(failed.status()).isEqualTo(TraceStatus.DELETED);
        }
        report.delete();
        assertThat(report.status()).isEqualTo(TraceStatus.DELETED);
    }

    @Test
    void a_handover_noted_late_does_not_undo_the_answer_of_customs() {
        submit();
        report.answered(1, answer("120", 10));

        assertThat(report.dispatched(1, true)).isFalse();
        assertThat(report.dispatched(1, false)).isFalse();
        assertThat(report.status()).isEqualTo(TraceStatus.CUSTOMS_STORED);
    }

    private void edit() {
        report.edit(new Filer(filer()), null, null, true, List.of());
    }

    private void submit() {
        report.submit(TODAY, NOW);
    }

    private static TraceReport draft() {
        return new TraceReport("FT2026000000000001", IMPORTER, filer(), TODAY, NOW);
    }

    private static Operator filer() {
        return new Operator("importer1", 1, IMPORTER.uscc(), IMPORTER.name(), "2200", null, false);
    }

    private static CustomsAnswer answer(String code, int seconds) {
        return new CustomsAnswer(code, "because", NOW.plusSeconds(seconds));
    }
}
