package org.suyuan.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.trace.CustomsAnswer;
import org.suyuan.trace.TraceStatus;

class RecallTaskTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final RecallTask task = RecallTask.ordered(order("沙门氏菌", false), NOW, NOW);

    @Test
    @Tag("R14")
    void a_stored_round_that_does_not_complete_lets_the_next_one_begin() {
        stored(1, false);

        assertThat(task.status()).isEqualTo(RecallStatus.OPEN);
        assertThat(round(2).roundNo()).isEqualTo(2);
    }

    @Test
    @Tag("R15")
    void a_stored_round_that_completes_closes_the_recall_for_every_change() {
        stored(1, true);

        assertThat(task.status()).isEqualTo(RecallStatus.CLOSED);
        assertThat(task.finishedAt()).isEqualTo(NOW);
        refused("recall.closed", () -> round(2));
        refused("recall.closed", () -> task.start(NOW));
        refused("recall.closed", () -> task.plan(null, null));
    }

    @Test
    @Tag("R16")
    void a_submitted_round_waits_for_customs() {
        submitted(1, false);

        refused("recall.roundNotEditable", () -> round(1).edit(RecallExample.FILER, form(1, false)));
        refused("recall.changedMeanwhile", () -> round(2));
    }

    @Test
    @Tag("A12")
    void a_failed_round_goes_on_as_the_next_version_which_old_answers_do_not_touch() {
        var round = submitted(1, true);
        assertThat(round.take(1, answer("-1"))).isTrue();

        round(1).edit(RecallExample.FILER, form(1, true));
        round.submitNow(NOW);

        assertThat(round.version()).isEqualTo(2);
        assertThat(round.take(1, answer("120"))).isFalse();
        assertThat(task.status()).isEqualTo(RecallStatus.OPEN);
        assertThat(round.take(2, answer("120"))).isTrue();
        assertThat(round.take(2, answer("100"))).isFalse();
    }

    @Test
    @Tag("H5")
    void a_cancelled_recall_keeps_its_rounds_and_refuses_changes_until_customs_orders_it_anew() {
        stored(1, false);
        task.read(NOW);
        task.amend(order("沙门氏菌", true), NOW.plusSeconds(1), NOW);

        assertThat(task.status()).isEqualTo(RecallStatus.CANCELLED);
        assertThat(task.cancelReason()).isEqualTo("复检合格");
        assertThat(task.unread()).isTrue();
        assertThat(task.rounds()).hasSize(1);
        refused("recall.cancelled", () -> round(2));

        task.amend(order("沙门氏菌", false), NOW.plusSeconds(2), NOW);
        assertThat(round(2).roundNo()).isEqualTo(2);
    }

    @Test
    @Tag("H5")
    void a_cancellation_that_crosses_the_last_round_leaves_the_recall_cancelled() {
        var round = submitted(1, true);
        task.amend(order("沙门氏菌", true), NOW.plusSeconds(1), NOW);

        assertThat(round.take(1, answer("120"))).isTrue();
        task.stored(round);

        assertThat(task.status()).isEqualTo(RecallStatus.CANCELLED);
        assertThat(round.status()).isEqualTo(TraceStatus.CUSTOMS_STORED);
    }

    @Test
    void only_something_newer_or_different_counts_as_an_amendment() {
        assertThat(task.isOutdatedBy(order("沙门氏菌", false), NOW)).isFalse();
        assertThat(task.isOutdatedBy(order("李斯特菌", false), NOW.minusMillis(1))).isFalse();
        assertThat(task.isOutdatedBy(order("李斯特菌", false), NOW)).isTrue();
        assertThat(task.isOutdatedBy(order("沙门氏菌", false), NOW.plusMillis(1))).isTrue();
    }

    @Test
    void the_announcement_does_not_come_before_the_order() {
        refused("recall.announcedBeforeOrder", () -> task.plan(LocalDate.of(2026, 11, 22), null));
        task.plan(LocalDate.of(2026, 11, 23), BigDecimal.TEN);
        assertThat(task.announcedOn()).isEqualTo("2026-11-23");
    }

    private void stored(int roundNo, boolean completed) {
        var round = submitted(roundNo, completed);
        round.take(round.version(), answer("120"));
        task.stored(round);
    }

    private RecallRound submitted(int roundNo, boolean completed) {
        var round = round(roundNo);
        round.edit(RecallExample.FILER, form(roundNo, completed));
        round.submitNow(NOW);
        return round;
    }

    private RecallRound round(int roundNo) {
        return task.roundForChange(roundNo, 0, "importer1", NOW);
    }

    private static RoundForm form(int roundNo, boolean completed) {
        var line = new ActionLine();
        line.setResponsiblePerson("张三");
        line.setPhone("13812345678");
        line.setStartDate(LocalDate.of(2026, 11, 23));
        line.setEndDate(LocalDate.of(2026, 11, 23));
        line.setRecalledQuantity(BigDecimal.ONE);
        var form = new RoundForm();
        form.setRoundNo(roundNo);
        form.setActions(List.of(line));
        form.setCompleted(completed);
        return form;
    }

    private static void refused(String reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo(reason);
    }

    private static CustomsAnswer answer(String code) {
        return new CustomsAnswer(code, "因故", NOW.plusSeconds(60));
    }

    private static RecallOrder order(String reason, boolean cancelled) {
        return new RecallOrder(
                "RC2026000000000001",
                new SocialCreditCode("91350100M000100Y43"),
                "220220261000000001",
                1,
                "冷冻去骨牛肉",
                "LOT-1",
                RecallLevel.FIRST,
                reason,
                null,
                null,
                NOW,
                cancelled,
                cancelled ? "复检合格" : null);
    }
}
