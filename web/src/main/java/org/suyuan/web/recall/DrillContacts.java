package org.suyuan.web.recall;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.omnifaces.cdi.ViewScoped;
import org.primefaces.PrimeFaces;
import org.suyuan.recall.drill.ContactAttempt;
import org.suyuan.recall.drill.ContactResult;
import org.suyuan.recall.drill.DrillBuyer;
import org.suyuan.recall.drill.DrillQueries;
import org.suyuan.recall.drill.Drills;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Rows;

/** The buyers of a drill one after the other, and the dialog that notes whether one of them was reached. */
@Named
@ViewScoped
public class DrillContacts implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DrillView view;

    @Inject
    private DrillQueries queries;

    @Inject
    private Drills drills;

    @Inject
    private Answers answers;

    private boolean untriedOnly;
    private Rows<DrillBuyer> rows;
    private ContactAttempt attempt = new ContactAttempt();
    private String buyerName;
    private String buyerContact;

    /** Asks for a note, then {@link #note} keeps it. */
    public void ask(DrillBuyer buyer, ContactResult result) {
        attempt = new ContactAttempt();
        attempt.setDrillNo(view.getDrill().drillNo());
        attempt.setBuyer(buyer.ordinal());
        attempt.setResult(result);
        buyerName = buyer.name();
        buyerContact = buyer.contact();
        PrimeFaces.current().resetInputs("contact");
        PrimeFaces.current().executeScript("PF('contactDialog').show()");
    }

    public void note() {
        if (answers.toldOf(() -> drills.note(attempt))) {
            view.refresh();
        }
        PrimeFaces.current().executeScript("PF('contactDialog').hide()");
    }

    /** Field rules stand on {@link ContactAttempt}; there are no others. */
    public boolean check() {
        return true;
    }

    public ContactAttempt getAttempt() {
        return attempt;
    }

    public String getBuyerName() {
        return buyerName;
    }

    public String getBuyerContact() {
        return buyerContact;
    }

    public boolean isUntriedOnly() {
        return untriedOnly;
    }

    public void setUntriedOnly(boolean untriedOnly) {
        this.untriedOnly = untriedOnly;
    }

    public Rows<DrillBuyer> getRows() {
        if (rows == null) {
            var drillNo = view.getDrill().drillNo();
            rows = new Rows<>(
                    Integer.MAX_VALUE,
                    () -> (int)
                            (untriedOnly
                                    ? view.getFigures().untried()
                                    : view.getFigures().buyers()),
                    (first, size) -> queries.buyers(drillNo, untriedOnly, first, size));
        }
        return rows;
    }
}
