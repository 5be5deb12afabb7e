package org.suyuan.trace;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.declaration.GoodsItem;
import org.suyuan.identity.Enterprise;
import org.suyuan.identity.Filer;
import org.suyuan.identity.Operator;
import org.suyuan.shared.Refusal;

/** 追溯填报: to whom an importer sold one declared goods item; all versions of it bear the same 统一编号. */
@Entity
@Table(name = "trace_report")
public class TraceReport extends CustomsFiling {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "trace_report_seq")
    @SequenceGenerator(name = "trace_report_seq", sequenceName = "trace_report_seq", allocationSize = 50)
    private Long id;

    @Column(name = "unified_no")
    private String unifiedNo;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "enterprise_id")
    private Enterprise enterprise;

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

    protected TraceReport() {}

    TraceReport(String unifiedNo, Enterprise enterprise, Operator filer, LocalDate today, Instant now) {
        super(new Filer(filer));
        this.unifiedNo = unifiedNo;
        this.enterprise = enterprise;
        this.applyCustoms = enterprise.customsDistrict();
        this.reportDate = today;
        this.generateQr = true;
        this.createdBy = filer.loginName();
        this.createdAt = now;
    }

    /** Takes over what the filer entered. */
    void edit(Filer by, GoodsItem item, String batchNo, boolean withQrCode, List<SalesLine> lines) {
        openForChange(by);
        goodsItem = item;
        goods = item == null ? null : new FiledGoods(item, batchNo);
        generateQr = withQrCode;
        sales.clear();
        lines.forEach(line -> sales.add(new SalesRecord(this, sales.size() + 1, line)));
    }

    void submit(LocalDate today, Instant now) {
        submit(now);
        reportDate = today;
    }

    void delete() {
        if (!status().isEditable()) {
            throw new Refusal("trace.notDeletable", unifiedNo);
        }
        become(TraceStatus.DELETED);
    }

    @Override
    protected Refusal notEditable() {
        return new Refusal("trace.notEditable", unifiedNo);
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
}
