package org.suyuan.trace;

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
import java.util.Optional;
import java.util.function.Consumer;
import org.suyuan.audit.AuditLog;
import org.suyuan.declaration.DeclarationQueries;
import org.suyuan.declaration.GoodsItem;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Enterprise;
import org.suyuan.identity.Filer;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.DeclarationNumber;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Roles;

/** 追溯填报: 暂存, 提交 and 删除 of the caller's own reports. */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.TRACE)
public class TraceFiling {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private DeclarationQueries declarations;

    @Inject
    private OwnedReports reports;

    @Inject
    private MassBalance balance;

    @Inject
    private LotHolds holds;

    @Inject
    private BuyerBook buyers;

    @Inject
    private Event<TraceReportSubmitted> submitted;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** Keeps what was entered so far, complete or not. */
    public SavedReport saveDraft(@NotNull @Valid TraceReportForm form) {
        var report = edited(form, item -> {});
        record("trace.saveDraft", report);
        return saved(report);
    }

    /** Files the report with customs; from now on nobody changes this version. */
    public SavedReport submit(
            @NotNull @Valid @ConvertGroup(from = Default.class, to = CompleteReport.class) TraceReportForm form) {
        var report = edited(form, declarations::lock);
        holds.refuseHeld(report.goods());
        checkBalance(report);
        checkDeliveries(report);
        report.submit(time.today(), time.now());
        var filed = FiledReport.of(report);
        entities.persist(new FiledVersion(report, filed));
        submitted.fire(new TraceReportSubmitted(filed));
        record("trace.submit", report);
        return saved(report);
    }

    /** Takes the report out of all lists; the audit log keeps it (A13). */
    public void delete(String unifiedNo, int lockVersion) {
        var report = reports.forChange(unifiedNo, lockVersion);
        report.delete();
        record("trace.delete", report);
    }

    /** @param beforeCopying what to do with the goods item before the report takes its snapshot */
    private TraceReport edited(TraceReportForm form, Consumer<GoodsItem> beforeCopying) {
        var report =
                form.getUnifiedNo() == null ? begin() : reports.forChange(form.getUnifiedNo(), form.getLockVersion());
        var item = form.getDeclarationNo() == null || form.getGoodsSeqNo() == null ? null : pickedItem(form);
        Optional.ofNullable(item).ifPresent(beforeCopying);
        var batchNo = item == null ? null : BatchChoice.of(item, form.getBatchNos());
        var filer = new Filer(caller.operator());
        report.edit(filer, item, batchNo, !Boolean.FALSE.equals(form.getGenerateQr()), form.getSales());
        return report;
    }

    private TraceReport begin() {
        var filer = caller.operator();
        var enterprise = entities.find(Enterprise.class, filer.enterpriseId());
        var today = time.today();
        var number = ((Number) entities.createNativeQuery("select nextval('unified_no_seq')")
                        .getSingleResult())
                .longValue();
        var report =
                new TraceReport("FT%d%012d".formatted(today.getYear(), number), enterprise, filer, today, time.now());
        entities.persist(report);
        return report;
    }

    private GoodsItem pickedItem(TraceReportForm form) {
        return DeclarationNumber.parse(form.getDeclarationNo())
                .flatMap(number -> declarations.foodItem(number, form.getGoodsSeqNo()))
                .orElseThrow(() -> new Refusal("trace.declarationNotOwned"));
    }

    private void checkBalance(TraceReport report) {
        var item = report.goodsItem();
        var remaining = balance.remaining(item);
        if (report.soldTotal().compareTo(remaining) > 0) {
            throw new Refusal("trace.quantityExceeded", report.soldTotal(), remaining, item.unit());
        }
    }

    private void checkDeliveries(TraceReport report) {
        var imported = report.goods().importDate();
        report.sales().stream()
                .filter(sale -> sale.deliveryDate().isBefore(imported))
                .findFirst()
                .ifPresent(sale -> {
                    throw new Refusal("trace.deliveredBeforeImport", sale.rowNo(), sale.deliveryDate(), imported);
                });
    }

    private SavedReport saved(TraceReport report) {
        entities.lock(report, LockModeType.OPTIMISTIC_FORCE_INCREMENT); // a change of its sales alone counts, too
        entities.flush();
        buyers.remember(report.sales());
        return new SavedReport(report.unifiedNo(), report.lockVersion());
    }

    private void record(String action, TraceReport report) {
        entities.persist(new TraceEvent(report, null, time.now()));
        audit.record(caller.actor(), action, report.unifiedNo(), "version " + report.version());
    }
}
