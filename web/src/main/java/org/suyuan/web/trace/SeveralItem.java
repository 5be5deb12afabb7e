package org.suyuan.web.trace;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.suyuan.trace.SalesLine;
import org.suyuan.trace.TraceRow;
import org.suyuan.web.portal.Answers.Fault;
import org.suyuan.web.portal.QuantityConverter;

/**
 * One food item of a declaration among the several that are filed together: the report that is written on it, what of it
 * goes to the buyer of all, and what came of the last act.
 */
public class SeveralItem implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * What came of 暂存, 提交 or 校验.
     *
     * @param text what was done; null when faults kept it from being done
     */
    public record Outcome(String unifiedNo, String text, List<Fault> faults) implements Serializable {}

    private ReportEntry entry;
    private TraceRow latest;
    private boolean ticked;
    private String quantity;
    private SalesLine together;
    private Outcome outcome;

    SeveralItem(ReportEntry entry, TraceRow latest) {
        this.entry = entry;
        this.latest = latest;
    }

    /** Begins a report on what is left of the item. */
    void renew() {
        var goods = entry.getGoods();
        entry = new ReportEntry();
        entry.pick(goods);
        ticked = false;
        quantity = null;
        together = null;
    }

    /** @param newest the report on the item that was begun last, or null */
    void see(Goods goods, TraceRow newest) {
        entry.setGoods(goods);
        latest = newest;
    }

    /** Sells the quantity to the buyer of all, as the first row of the report. */
    void sellTo(SalesLine buyer) {
        if (together != null) {
            var sold = new SalesLine(buyer);
            sold.setSoldQuantity(together.getSoldQuantity());
            entry.getSales().set(0, sold);
            together = sold;
        }
    }

    /** True when something is sold to the buyer of all. */
    boolean joins() {
        return together != null;
    }

    /** The rows of 销售信息 beside that of the buyer of all. */
    public List<SalesLine> getOthers() {
        var sales = entry.getSales();
        return List.copyOf(together == null ? sales : sales.subList(1, sales.size()));
    }

    public String getQuantity() {
        return quantity;
    }

    /** As typed, so that a slip in one item stops none of the others. */
    public void setQuantity(String quantity) {
        this.quantity = quantity;
        if (together != null) {
            entry.getSales().remove(0);
            together = null;
        }
        typed().flatMap(QuantityConverter::parse).ifPresent(sold -> {
            together = new SalesLine();
            together.setSoldQuantity(sold);
            entry.getSales().add(0, together);
        });
    }

    boolean isQuantityShapeless() {
        return typed().isPresent() && together == null;
    }

    private Optional<String> typed() {
        return Optional.ofNullable(quantity).filter(text -> !text.isBlank());
    }

    /** What is all sold has nothing left to report, unless a report that was begun is to be finished. */
    public boolean isTickable() {
        return entry.getForm().getUnifiedNo() != null
                || entry.getGoods().remaining().signum() > 0;
    }

    public boolean isTicked() {
        return ticked;
    }

    public void setTicked(boolean ticked) {
        this.ticked = ticked;
    }

    public ReportEntry getEntry() {
        return entry;
    }

    public Goods getGoods() {
        return entry.getGoods();
    }

    /** The report on the item that was begun last; null when there is none. */
    public TraceRow getLatest() {
        return latest;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    void setOutcome(Outcome outcome) {
        this.outcome = outcome;
    }
}
