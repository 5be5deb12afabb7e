package org.suyuan.web.trace;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.omnifaces.cdi.ViewScoped;
import org.suyuan.trace.SalesLine;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Answers.Fault;

/** 同一经销商: the buyer and the day of delivery that several items of a declaration share. */
@Named
@ViewScoped
public class SameBuyer implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BuyerOffers offers;

    @Inject
    private Answers answers;

    private final SalesLine line = new SalesLine();
    private LocalDate imported;

    /** Nothing is delivered before it came into the country. */
    void importedOn(LocalDate day) {
        imported = day;
    }

    /** On leaving a field; who sells to different buyers leaves all of them empty. */
    public void check() {
        if (begun()) {
            faults().forEach(fault -> answers.tell(field(fault.property()), fault.text()));
        }
    }

    List<Fault> faults() {
        var faults = new ArrayList<>(answers.faultsOf(line));
        faults.removeIf(fault -> fault.property().equals("soldQuantity"));
        if (line.getDeliveryDate() != null && line.getDeliveryDate().isBefore(imported)) {
            faults.add(new Fault(
                    "deliveryDate", answers.text("traceText.deliveredBeforeImport", line.getDeliveryDate(), imported)));
        }
        return faults;
    }

    private boolean begun() {
        return Stream.of(
                        line.getBuyerName(),
                        line.getBuyerUscc(),
                        line.getBuyerAddress(),
                        line.getBuyerContact(),
                        line.getDeliveryDate())
                .anyMatch(Objects::nonNull);
    }

    /** Client id of the field behind a property of the line. */
    static String field(String property) {
        return "several:" + property;
    }

    public SalesLine getLine() {
        return line;
    }

    public BuyerOffers getOffers() {
        return offers;
    }
}
