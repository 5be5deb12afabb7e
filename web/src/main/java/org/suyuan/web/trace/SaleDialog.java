package org.suyuan.web.trace;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.omnifaces.cdi.ViewScoped;
import org.primefaces.PrimeFaces;
import org.suyuan.trace.SalesLine;
import org.suyuan.web.portal.Answers;

/** The dialog 销售信息: one row, new or being changed. The field rules stand on {@link SalesLine}. */
@Named
@ViewScoped
public class SaleDialog implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String QUANTITY = "sale:soldQuantity";
    private static final String DELIVERY = "sale:deliveryDate";

    @Inject
    private TraceEdit edit;

    @Inject
    private Answers answers;

    private SalesLine line = new SalesLine();
    private int row;

    public void add() {
        show(edit.getSales().size(), new SalesLine());
    }

    public void change(int row) {
        show(row, new SalesLine(edit.getSales().get(row)));
    }

    private void show(int row, SalesLine line) {
        this.row = row;
        this.line = line;
        PrimeFaces.current().resetInputs("sale");
        PrimeFaces.current().executeScript("PF('saleDialog').show()");
    }

    public void confirm() {
        if (check()) {
            edit.put(row, line);
            if (afterExpiry()) {
                answers.warn(null, "traceText.deliveredAfterExpiry", row + 1, line.getDeliveryDate(), expiry());
            }
            line = new SalesLine();
            PrimeFaces.current().executeScript("PF('saleDialog').hide(); suyuan.changed()");
        }
    }

    /** The rules that look beyond the row: what is left to sell, and the dates of the goods. */
    public boolean check() {
        var goods = edit.getGoods();
        var fine = true;
        if (goods != null && goods.remaining() != null && line.getSoldQuantity() != null) {
            var total = edit.soldBeside(row).add(line.getSoldQuantity());
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
        return edit.getGoods() == null ? null : edit.getGoods().expiryDate();
    }

    public SalesLine getLine() {
        return line;
    }
}
