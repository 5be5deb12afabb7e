package org.suyuan.web.trace;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.omnifaces.cdi.ViewScoped;
import org.primefaces.PrimeFaces;
import org.suyuan.trace.SalesLine;
import org.suyuan.web.portal.Answers;

/** The dialog 销售信息: one row of a report, new or being changed or removed. Field rules stand on {@link SalesLine}. */
@Named
@ViewScoped
public class SaleDialog implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String QUANTITY = "sale:soldQuantity";
    private static final String DELIVERY = "sale:deliveryDate";

    @Inject
    private BuyerOffers offers;

    @Inject
    private Answers answers;

    private ReportEntry entry = new ReportEntry();
    private SalesLine line = new SalesLine();
    private int row;

    public void add(ReportEntry report) {
        show(report, report.getSales().size(), new SalesLine());
    }

    public void change(ReportEntry report, SalesLine sale) {
        show(report, report.getSales().indexOf(sale), new SalesLine(sale));
    }

    private void show(ReportEntry report, int place, SalesLine copy) {
        entry = report;
        row = place;
        line = copy;
        offers.clear();
        PrimeFaces.current().resetInputs("sale");
        PrimeFaces.current().executeScript("PF('saleDialog').show()");
    }

    public void askToRemove(ReportEntry report, SalesLine sale) {
        entry = report;
        row = report.getSales().indexOf(sale);
        line = sale;
        PrimeFaces.current().executeScript("PF('removeSaleDialog').show()");
    }

    public void remove() {
        entry.getSales().remove(line);
        PrimeFaces.current().executeScript("PF('removeSaleDialog').hide(); suyuan.changed()");
    }

    public void confirm() {
        if (check()) {
            entry.put(row, line);
            if (afterExpiry()) {
                answers.warn(null, "traceText.deliveredAfterExpiry", row + 1, line.getDeliveryDate(), expiry());
            }
            line = new SalesLine();
            PrimeFaces.current().executeScript("PF('saleDialog').hide(); suyuan.changed()");
        }
    }

    /** The rules that look beyond the row: what is left to sell, and the dates of the goods. */
    public boolean check() {
        var goods = entry.getGoods();
        var fine = true;
        if (goods != null && goods.remaining() != null && line.getSoldQuantity() != null) {
            var total = entry.soldBeside(row).add(line.getSoldQuantity());
            if (total.compareTo(goods.remaining()) > 0) {
                answers.refuse(QUANTITY, "traceText.soldTooMuch", total, goods.remaining());
                fine = false;
            }
        }
        if (goods != null
                && line.getDeliveryDate() != null
                && line.getDeliveryDate().isBefore(goods.importDate())) {
            answers.refuse(DELIVERY, "traceText.deliveredBeforeImport", line.getDeliveryDate(), goods.importDate());
            fine = false;
        } else if (afterExpiry()) {
            answers.warn(DELIVERY, "traceText.pastExpiry", expiry());
        }
        return fine;
    }

    private boolean afterExpiry() {
        return expiry() != null
                && line.getDeliveryDate() != null
                && line.getDeliveryDate().isAfter(expiry());
    }

    private LocalDate expiry() {
        return entry.getGoods() == null ? null : entry.getGoods().expiryDate();
    }

    public SalesLine getLine() {
        return line;
    }

    public int getRow() {
        return row;
    }

    public BuyerOffers getOffers() {
        return offers;
    }
}
