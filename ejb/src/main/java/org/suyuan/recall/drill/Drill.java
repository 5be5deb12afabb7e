package org.suyuan.recall.drill;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.suyuan.declaration.GoodsItem;
import org.suyuan.identity.Operator;
import org.suyuan.recall.Lots;
import org.suyuan.recall.figures.DrillFigures;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.SocialCreditCode;

/**
 * 模拟召回演练: an exercise on lots of one goods item. It begins with a trace whose finds are frozen, goes on while the buyers are
 * called, and ends with a conclusion and an evidence pack; from then on nothing of it changes. It is no recall: it stops no
 * sale and customs never hears of it. Whoever changes it or one of its buyers locks it first.
 */
@Entity
@Table(name = "drill")
public class Drill {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "drill_seq")
    @SequenceGenerator(name = "drill_seq", sequenceName = "drill_seq", allocationSize = 50)
    private Long id;

    @Column(name = "drill_no")
    private String drillNo;

    @Column(name = "importer_uscc")
    private SocialCreditCode importer;

    @Column(name = "importer_name")
    private String importerName;

    private String scenario;

    private String reason;

    @Column(name = "declaration_no")
    private String declarationNo;

    @Column(name = "goods_seq_no")
    private int goodsSeqNo;

    @Column(name = "batch_nos")
    private String batchNos;

    @Column(name = "food_name")
    private String foodName;

    private String specification;

    private String exporter;

    @Column(name = "import_date")
    private LocalDate importDate;

    private BigDecimal imported;

    private String unit;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "trace_millis")
    private long traceMillis;

    private int sales;

    private int buyers;

    private BigDecimal sold = BigDecimal.ZERO;

    @Column(name = "not_filed")
    private BigDecimal notFiled = BigDecimal.ZERO;

    @Column(name = "lots_mixed")
    private boolean lotsMixed;

    @Column(name = "counted_stock")
    private BigDecimal countedStock;

    private String conclusion;

    private String improvements;

    @Column(name = "finished_by")
    private String finishedBy;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected Drill() {}

    /** @param drillNo RD, year, twelve digits */
    Drill(String drillNo, DrillPlan plan, GoodsItem item, Operator operator, Instant now) {
        this.drillNo = drillNo;
        this.importer = operator.uscc();
        this.importerName = operator.enterpriseName();
        this.scenario = plan.getScenario().strip();
        this.reason = plan.getReason().strip();
        this.declarationNo = item.declaration().declarationNo();
        this.goodsSeqNo = item.seqNo();
        this.batchNos = plan.lots().text();
        this.foodName = item.name();
        this.specification = item.specification();
        this.exporter = item.declaration().overseasShipper();
        this.importDate = item.declaration().importDate();
        this.imported = item.quantity();
        this.unit = item.unit();
        this.startedBy = operator.loginName();
        this.startedAt = now;
    }

    /** What the trace found, and how long it took. */
    void traced(ForwardTrace.Found found, Duration time) {
        sales = found.sales();
        buyers = found.buyers();
        sold = found.sold();
        notFiled = found.notFiled();
        lotsMixed = found.lotsMixed();
        traceMillis = time.toMillis();
    }

    void finish(DrillReport report, String operator, Instant now) {
        requireOpen();
        countedStock = report.getCountedStock();
        conclusion = report.getConclusion().strip();
        improvements = report.getImprovements() == null
                ? null
                : report.getImprovements().strip();
        finishedBy = operator;
        finishedAt = now;
    }

    void requireOpen() {
        if (finishedAt != null) {
            throw new Refusal("drill.finished", drillNo);
        }
    }

    DrillFigures figures(long reached, long unreached) {
        return new DrillFigures(imported, sold, notFiled, lotsMixed, countedStock, buyers, reached, unreached);
    }

    Long id() {
        return id;
    }

    public String drillNo() {
        return drillNo;
    }

    public SocialCreditCode importer() {
        return importer;
    }

    /** As it was called when the drill began. */
    public String importerName() {
        return importerName;
    }

    /** 演练情景 */
    public String scenario() {
        return scenario;
    }

    /** The assumed 召回原因. */
    public String reason() {
        return reason;
    }

    public String declarationNo() {
        return declarationNo;
    }

    public int goodsSeqNo() {
        return goodsSeqNo;
    }

    /** None means all lots of the item. */
    public List<String> lots() {
        return Lots.of(batchNos).batchNos();
    }

    public String foodName() {
        return foodName;
    }

    public String specification() {
        return specification;
    }

    /** 境外发货人, or null. */
    public String exporter() {
        return exporter;
    }

    public LocalDate importDate() {
        return importDate;
    }

    public BigDecimal imported() {
        return imported;
    }

    /** Customs code of the unit of all quantities. */
    public String unit() {
        return unit;
    }

    public String startedBy() {
        return startedBy;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** How long the server traced. */
    public long traceMillis() {
        return traceMillis;
    }

    /** Sales that the trace found, those in reports that are not live among them. */
    public int sales() {
        return sales;
    }

    public int buyers() {
        return buyers;
    }

    public String conclusion() {
        return conclusion;
    }

    public String improvements() {
        return improvements;
    }

    public String finishedBy() {
        return finishedBy;
    }

    /** Null while the drill goes on. */
    public Instant finishedAt() {
        return finishedAt;
    }

    public boolean finished() {
        return finishedAt != null;
    }

    /** From the start to the end, or until now. */
    public Duration duration(Instant now) {
        return Duration.between(startedAt, finishedAt == null ? now : finishedAt);
    }
}
