package org.suyuan.trace;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.declaration.GoodsItem;
import org.suyuan.identity.Enterprise;
import org.suyuan.identity.Operator;
import org.suyuan.shared.Refusal;

/**
 * 追溯填报: to whom an importer sold one declared goods item. Saved as 暂存 as often as needed, submitted once for each
 * version; what was submitted is never changed. When customs fails or returns it, editing makes the next version of the
 * same 统一编号.
 */
@Entity
@Table(name = "trace_report")
public class TraceReport {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "trace_report_seq")
    @SequenceGenerator(name = "trace_report_seq", sequenceName = "trace_report_seq", allocationSize = 50)
    private Long id;

    @Column(name = "unified_no")
    private String unifiedNo;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "enterprise_id")
    private Enterprise enterprise;

    private int version;

    @Enumerated(EnumType.STRING)
    private TraceStatus status;

    @Column(name = "apply_customs")
    private String applyCustoms;

    @Column(name = "report_date")
    private LocalDate reportDate;

    @Column(name = "generate_qr")
    private boolean generateQr;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "goods_item_id")
    private GoodsItem goodsItem;

    @Embedded
    private FiledGoods goods;

    @OneToMany(mappedBy = "report", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("rowNo")
    private List<SalesRecord> sales = new ArrayList<>();

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "customs_reason")
    private String customsReason;

    @Version
    @Column(name = "lock_version")
    private int lockVersion;

    protected TraceReport() {}

    TraceReport(String unifiedNo, Enterprise enterprise, Operator filer, LocalDate today, Instant now) {
        this.unifiedNo = unifiedNo;
        this.enterprise = enterprise;
        this.version = 1;
        this.status = TraceStatus.DRAFT;
        this.applyCustoms = enterprise.customsDistrict();
        this.reportDate = today;
        this.generateQr = true;
        this.createdBy = filer.loginName();
        this.createdAt = now;
    }

    /** Takes over what the filer entered; the first change after 失败 or 退回 begins the next version (A12). */
    void edit(GoodsItem item, String batchNo, boolean withQrCode, List<SalesLine> lines) {
        if (!status.isEditable()) {
            throw new Refusal("trace.notEditable", unifiedNo);
        }
        if (status != TraceStatus.DRAFT) {
            become(TraceStatus.DRAFT);
            version++;
            answeredAt = null;
            customsReason = null;
        }
        goodsItem = item;
        goods = item == null ? null : new FiledGoods(item, batchNo);
        generateQr = withQrCode;
        sales.clear();
        lines.forEach(line -> sales.add(new SalesRecord(this, sales.size() + 1, line)));
    }

    void submit(LocalDate today, Instant now) {
        become(TraceStatus.SUBMITTED);
        reportDate = today;
        submittedAt = now;
    }

    void delete() {
        if (!status.isEditable()) {
            throw new Refusal("trace.notDeletable", unifiedNo);
        }
        become(TraceStatus.DELETED);
    }

    /**
     * Applies an answer to the version it names. Answers that come late, twice or out of order change nothing.
     *
     * @return true when the status moved
     */
    boolean answered(int answeredVersion, CustomsAnswer answer) {
        var next = answer.status();
        if (answeredVersion != version || !status.mayBecome(next)) {
            return false;
        }
        boolean overtaken = answeredAt != null && answer.returnedAt().isBefore(answeredAt);
        if (overtaken && !next.isFinalAnswer()) {
            return false;
        }
        become(next);
        answeredAt = answer.returnedAt();
        customsReason = next == TraceStatus.CUSTOMS_FAILED || next == TraceStatus.RETURNED ? answer.text() : null;
        return true;
    }

    /** The gateway took the message, or could not: both only while customs has not answered yet. */
    boolean dispatched(int dispatchedVersion, boolean taken) {
        var next = taken ? TraceStatus.SENT : TraceStatus.SEND_FAILED;
        if (dispatchedVersion != version || status == next || !status.mayBecome(next)) {
            return false;
        }
        become(next);
        return true;
    }

    private void become(TraceStatus next) {
        if (!status.mayBecome(next)) {
            throw new Refusal("trace.notEditable", unifiedNo);
        }
        status = next;
    }

    BigDecimal soldTotal() {
        return sales.stream().map(SalesRecord::soldQuantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Long id() {
        return id;
    }

    public String unifiedNo() {
        return unifiedNo;
    }

    public Enterprise enterprise() {
        return enterprise;
    }

    public int version() {
        return version;
    }

    public TraceStatus status() {
        return status;
    }

    /** 申请地海关 of the enterprise that reports (A2), four digits. */
    public String applyCustoms() {
        return applyCustoms;
    }

    /** 填报日期: of the first save, then of the submit. */
    public LocalDate reportDate() {
        return reportDate;
    }

    public boolean generateQr() {
        return generateQr;
    }

    public GoodsItem goodsItem() {
        return goodsItem;
    }

    /** Null until a goods item was picked. */
    public FiledGoods goods() {
        return goods;
    }

    public List<SalesRecord> sales() {
        return List.copyOf(sales);
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /** Why customs failed or returned this version, or null. */
    public String customsReason() {
        return customsReason;
    }

    public int lockVersion() {
        return lockVersion;
    }
}
