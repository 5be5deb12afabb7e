package org.suyuan.recall.notices;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.suyuan.audit.AuditLog;
import org.suyuan.identity.Caller;
import org.suyuan.identity.EnterpriseProfile;
import org.suyuan.identity.EnterpriseProfiles;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.recall.ActionLine;
import org.suyuan.recall.AffectedBuyer;
import org.suyuan.recall.AffectedSales;
import org.suyuan.recall.OwnedTasks;
import org.suyuan.recall.RecallStatus;
import org.suyuan.recall.RecallTask;
import org.suyuan.recall.figures.NoticeShares;
import org.suyuan.recall.figures.NoticeShares.Milestones;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.PhoneNumber;
import org.suyuan.shared.Roles;
import org.suyuan.shared.Settings;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.trace.BuyerBook;
import org.suyuan.trace.TraceStatus;

/** What the buyers of the caller's recalls were told and have answered. */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.READ)
public class NoticeQueries {

    private static final int MOST_DAYS = 60;

    /** Of more buyers than this all notices of the recall are read, instead of theirs one by one. */
    private static final int MOST_NAMED = 100;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private OwnedTasks tasks;

    @Inject
    private AffectedSales sales;

    @Inject
    private BuyerBook buyers;

    @Inject
    private EnterpriseProfiles profiles;

    @Inject
    private Settings settings;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** Those who bought most first; none when the recall is not his. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public List<NoticeRow> rows(String taskNo, int first, int size) {
        return tasks.find(taskNo)
                .map(task -> rows(task, sales.buyers(task, first, size)))
                .orElse(List.of());
    }

    /** Every buyer with his notice, for a file; empty for an unknown recall and for somebody else's. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public Optional<List<NoticeRow>> export(String taskNo) {
        return tasks.find(taskNo).map(task -> {
            var rows = rows(task, sales.buyers(task, 0, Integer.MAX_VALUE));
            audit.record(caller.actor(), "recall.exportBuyers", taskNo, rows.size() + " buyers");
            return rows;
        });
    }

    /** One buyer; empty when this recall does not concern him, or is not the caller's. */
    public Optional<NoticeRow> row(String taskNo, String buyer) {
        return SocialCreditCode.isValid(buyer)
                ? tasks.find(taskNo)
                        .flatMap(task -> sales.buyer(task, new SocialCreditCode(buyer))
                                .map(found -> rows(task, List.of(found)).get(0)))
                : Optional.empty();
    }

    /** The link answers in the buyer's name: a regulator gets none. */
    private List<NoticeRow> rows(RecallTask task, List<AffectedBuyer> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        var few = page.size() <= MOST_NAMED;
        var query = entities.createQuery(
                        "select n from BuyerNotice n join fetch n.task where n.task = :task and n.importer = :owner"
                                + (few ? " and n.buyer in :buyers" : ""),
                        BuyerNotice.class)
                .setParameter("task", task)
                .setParameter("owner", caller.operator().uscc());
        if (few) {
            query.setParameter("buyers", page.stream().map(AffectedBuyer::uscc).toList());
        }
        var byBuyer = query.getResultStream().collect(Collectors.toMap(BuyerNotice::buyer, Function.identity()));
        var emails = buyers.emails();
        var now = time.now();
        var reads = caller.operator().regulator();
        return page.stream()
                .map(buyer -> {
                    var notice = byBuyer.get(buyer.uscc());
                    return new NoticeRow(
                            buyer,
                            notice,
                            !reads && notice != null && notice.standing(now) == Standing.OPEN
                                    ? notice.link(settings.baseUrl())
                                    : null,
                            notice != null && notice.email() != null
                                    ? notice.email()
                                    : emails.get(buyer.uscc().value()));
                })
                .toList();
    }

    /** Empty for an unknown recall and for somebody else's. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public Optional<NoticeProgress> progress(String taskNo) {
        return tasks.find(taskNo).map(this::progress);
    }

    private NoticeProgress progress(RecallTask task) {
        var concerned = new HashSet<>(sales.buyerCodes(task));
        var milestones = new ArrayList<Milestones>();
        var ways = new EnumMap<TellingWay, Integer>(TellingWay.class);
        for (var notice : milestones(task)) {
            concerned.add((SocialCreditCode) notice[0]);
            milestones.add(new Milestones((Instant) notice[1], (Instant) notice[2], (Instant) notice[3]));
            if (notice[4] != null) {
                ways.merge((TellingWay) notice[4], 1, Integer::sum);
            }
        }
        int all = concerned.size();
        var rounds = new TreeMap<Integer, NoticeShares>();
        task.rounds().stream()
                .filter(round -> TraceStatus.LIVE.contains(round.status()))
                .forEach(round -> rounds.put(round.roundNo(), NoticeShares.asOf(round.submittedAt(), all, milestones)));
        var now = time.now();
        var shares = NoticeShares.asOf(now, all, milestones);
        return new NoticeProgress(
                shares,
                rounds,
                days(shares.firstTold(), now).stream()
                        .map(moment -> NoticeShares.asOf(moment, all, milestones))
                        .toList(),
                ways.entrySet().stream()
                        .sorted(Map.Entry.<TellingWay, Integer>comparingByValue()
                                .reversed())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** The ends of the days from the first to now. */
    private static List<Instant> days(Instant first, Instant now) {
        var moments = new ArrayList<Instant>();
        if (first != null) {
            var begin = LocalDate.ofInstant(first, BusinessTime.ZONE);
            var today = LocalDate.ofInstant(now, BusinessTime.ZONE);
            var earliest = today.minusDays(MOST_DAYS - 1);
            for (var day = begin.isBefore(earliest) ? earliest : begin; day.isBefore(today); day = day.plusDays(1)) {
                moments.add(day.plusDays(1)
                        .atStartOfDay(BusinessTime.ZONE)
                        .toInstant()
                        .minusMillis(1));
            }
            moments.add(now);
        }
        return moments;
    }

    private List<Object[]> milestones(RecallTask task) {
        return entities.createQuery(
                        "select n.buyer, n.toldAt, n.openedAt, n.confirmedAt, n.toldWay from BuyerNotice n"
                                + " where n.task = :task",
                        Object[].class)
                .setParameter("task", task)
                .getResultList();
    }

    /** Confirmed returns that no round has taken over, the oldest first; none when the recall is not his. */
    public List<ProposedReturn> proposals(String taskNo) {
        var task = tasks.find(taskNo);
        if (task.isEmpty()) {
            return List.of();
        }
        var profile = profiles.current();
        return entities.createQuery(
                        "select n from BuyerNotice n where n.task = :task and n.confirmedAt is not null and n.returned > 0"
                                + " and not exists (select a from RecallAction a where a.noticeId = n.id)"
                                + " order by n.confirmedAt, n.id",
                        BuyerNotice.class)
                .setParameter("task", task.get())
                .getResultStream()
                .map(notice -> new ProposedReturn(
                        notice.id(),
                        notice.buyerName(),
                        notice.returned().stripTrailingZeros(),
                        notice.unrecoverable().stripTrailingZeros(),
                        notice.confirmedAt(),
                        line(notice, profile)))
                .toList();
    }

    private static ActionLine line(BuyerNotice notice, EnterpriseProfile profile) {
        var line = new ActionLine();
        line.setNoticeId(notice.id());
        line.setResponsiblePerson(profile.recallPerson());
        line.setPhone(PhoneNumber.isMobile(profile.recallPhone()) ? profile.recallPhone() : null);
        line.setStartDate(LocalDate.ofInstant(notice.toldAt(), BusinessTime.ZONE));
        line.setEndDate(LocalDate.ofInstant(notice.confirmedAt(), BusinessTime.ZONE));
        line.setRecalledQuantity(notice.returned().stripTrailingZeros());
        line.setMeasures("经销商 " + notice.buyerName() + " 确认停止销售并退回"
                + (notice.remark() == null ? "" : "：" + notice.remark().lines().collect(Collectors.joining(" "))));
        return line;
    }

    /** Open recalls with buyers who answered no reminder, those with most of them first. */
    public List<SilentBuyers> silent(int most) {
        return entities.createQuery(
                        "select new org.suyuan.recall.notices.SilentBuyers(n.task.taskNo, n.task.foodName, count(n.id))"
                                + " from BuyerNotice n where n.importer = :owner and n.escalatedAt is not null"
                                + " and n.confirmedAt is null and n.task.status = :open"
                                + " group by n.task.taskNo, n.task.foodName order by count(n.id) desc, n.task.taskNo",
                        SilentBuyers.class)
                .setParameter("owner", caller.operator().uscc())
                .setParameter("open", RecallStatus.OPEN)
                .setMaxResults(most)
                .getResultList();
    }
}
