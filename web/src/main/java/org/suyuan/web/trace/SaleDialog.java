package org.suyuan.web.trace;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.cdi.ViewScoped;
import org.primefaces.PrimeFaces;
import org.suyuan.trace.Buyer;
import org.suyuan.trace.SalesLine;
import org.suyuan.trace.TraceQueries;
import org.suyuan.web.portal.Answers;

/** The dialog 销售信息: one row, new or being changed. The field rules stand on {@link SalesLine}. */
@Named
@ViewScoped
public class SaleDialog implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String QUANTITY = "sale:soldQuantity";
    private static final String DELIVERY = "sale:deliveryDate";
    private static final List<String> BUYER = Stream.of("Name", "Uscc", "Address", "Contact")
            .flatMap(part -> Stream.of("sale:buyer" + part, "sale:buyer" + part + "Message"))
            .toList();

    @Inject
    private TraceEdit edit;

    @Inject
    private Answers answers;

    @Inject
    private TraceQueries reports;

    private SalesLine line = new SalesLine();
    private int row;
    private List<Buyer> offers = List.of();

    public void add() {
        show(edit.getSales().size(), new SalesLine());
    }

    public void change(int row) {
        show(row, new SalesLine(edit.getSales().get(row)));
    }

    private void show(int row, SalesLine line) {
        this.row = row;
        this.offers = List.of();
        this.line = line;
        PrimeFaces.current().resetInputs("sale");
        PrimeFaces.current().executeScript("PF('saleDialog').show()");
    }

    /** While a buyer's name is typed: offers earlier buyers, and once one of them is chosen, takes over what is known. */
    public void offer() {
        var typed = line.getBuyerName();
        var chosen =
                offers.stream().filter(buyer -> offered(buyer).equals(typed)).findFirst();
        chosen.ifPresentOrElse(this::take, () -> offers = reports.earlierBuyers(typed));
    }

    private void take(Buyer buyer) {
        line.setBuyerName(buyer.name());
        line.setBuyerUscc(buyer.uscc());
        line.setBuyerAddress(buyer.address());
        line.setBuyerContact(buyer.contact());
        offers = List.of();
        PrimeFaces.current().resetInputs(BUYER);
        PrimeFaces.current().ajax().update(BUYER);
    }

    /** What stands in the field while this buyer is chosen: names alone may be borne by two. */
    public String offered(Buyer buyer) {
        return buyer.name() + " " + buyer.uscc();
    }

    public List<Buyer> getOffers() {
        return offers;
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
