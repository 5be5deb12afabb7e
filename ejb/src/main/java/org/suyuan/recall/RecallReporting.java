package org.suyuan.recall;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.groups.ConvertGroup;
import jakarta.validation.groups.Default;
import java.util.Objects;
import org.suyuan.audit.AuditLog;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Filer;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Roles;
import org.suyuan.trace.CompleteReport;

/**
 * 召回管理: what an operator does about a recall of the own enterprise. Every act locks the recall first, so that two
 * operators, or an operator and a word of customs, never act on it at the same time; after its end all are refused.
 */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.RECALL)
public class RecallReporting {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private OwnedTasks tasks;

    @Inject
    private AffectedSales sales;

    @Inject
    private Event<RecallRoundSubmitted> submitted;

    @Inject
    private Event<ReturnsTaken> returns;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /**
     * The importer has looked at the recall as it stands now; it counts as unread again when customs amends it. An agent's
     * look does not count: the duty to know is the importer's.
     */
    @Within(Scope.READ)
    public void markRead(String taskNo) {
        var task = tasks.forChange(taskNo);
        if (task.unread() && caller.operator().agent() == null) {
            task.read(time.now());
            audit.record(caller.actor(), "recall.read", taskNo, "revision " + task.revision());
        }
    }

    /** 启动召回: meets the deadline to start. Done before, it changes nothing. */
    public void start(String taskNo) {
        var task = tasks.forChange(taskNo);
        if (task.startedAt() == null) {
            task.start(time.now());
            audit.record(caller.actor(), "recall.start", taskNo, null);
        }
    }

    /** Notes the day of the 召回公告 and how much is to come back. */
    public void plan(String taskNo, @NotNull @Valid RecallPlan plan) {
        tasks.forChange(taskNo).plan(plan.getAnnouncedOn(), plan.getPlannedQuantity());
        audit.record(
                caller.actor(),
                "recall.plan",
                taskNo,
                "announced on " + plan.getAnnouncedOn() + ", planned " + plan.getPlannedQuantity());
    }

    /** Keeps what was entered of a round so far, complete or not. The first one after 海关入库成功 begins the next round. */
    public SavedRound saveDraft(@NotNull @Valid RoundForm form) {
        var round = edited(form);
        return saved(round, "recall.saveDraft");
    }

    /** 提交本次召回申请: files the round with customs; from now on nobody changes this version. */
    public SavedRound submitRound(
            @NotNull @Valid @ConvertGroup(from = Default.class, to = CompleteReport.class) RoundForm form) {
        var round = edited(form);
        checkQuantities(round);
        var now = time.now();
        round.task().start(now);
        round.submitNow(now);
        var filed = FiledRound.of(round, caller.operator().enterpriseName());
        entities.persist(new FiledRoundVersion(round, filed));
        submitted.fire(new RecallRoundSubmitted(filed));
        return saved(round, "recall.submitRound");
    }

    private RecallRound edited(RoundForm form) {
        var task = tasks.forChange(form.getTaskNo());
        var taken = form.getActions().stream()
                .map(ActionLine::getNoticeId)
                .filter(Objects::nonNull)
                .toList();
        returns.fire(new ReturnsTaken(task, form.getRoundNo(), taken));
        var round = task.roundForChange(
                form.getRoundNo(), form.getLockVersion(), caller.operator().loginName(), time.now());
        round.edit(new Filer(caller.operator()), form);
        entities.persist(round);
        return round;
    }

    /** What cannot be is refused, what is unlikely must be explained (R11, F11). */
    private void checkQuantities(RecallRound round) {
        var balance = sales.balance(round.task());
        if (balance.isImpossible()) {
            throw new Refusal(
                    "recall.disposedExceedsRecalled", balance.disposal().total(), balance.recalled());
        }
        if (balance.exceedsRecallable() && round.explanation() == null) {
            throw new Refusal(
                    "recall.exceedsSold",
                    balance.recalled().add(balance.disposal().unrecoverable()),
                    balance.recallable());
        }
    }

    private SavedRound saved(RecallRound round, String action) {
        entities.lock(round, LockModeType.OPTIMISTIC_FORCE_INCREMENT); // a change of its rows alone counts, too
        entities.persist(new RecallEvent(round, null, time.now()));
        entities.flush();
        var taskNo = round.task().taskNo();
        audit.record(
                caller.actor(), action, taskNo, "round %d, version %d".formatted(round.roundNo(), round.version()));
        return new SavedRound(taskNo, round.roundNo(), round.lockVersion());
    }
}
