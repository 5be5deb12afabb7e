package org.suyuan.web.trace;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.primefaces.PrimeFaces;
import org.suyuan.trace.Buyer;
import org.suyuan.trace.SalesLine;
import org.suyuan.trace.TraceQueries;

/** Earlier buyers, offered while a name is typed; the one that is chosen fills in what is known of him. */
@Dependent
public class BuyerOffers implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private TraceQueries reports;

    private List<Buyer> list = List.of();

    /** @param form the form with the fields of the buyer */
    public void offer(SalesLine line, String form) {
        var typed = line.getBuyerName();
        var chosen = list.stream().filter(buyer -> offered(buyer).equals(typed)).findFirst();
        chosen.ifPresentOrElse(buyer -> take(buyer, line, form), () -> list = reports.earlierBuyers(typed));
    }

    private void take(Buyer buyer, SalesLine line, String form) {
        line.setBuyerName(buyer.name());
        line.setBuyerUscc(buyer.uscc());
        line.setBuyerAddress(buyer.address());
        line.setBuyerContact(buyer.contact());
        clear();
        var fields = Stream.of("Name", "Uscc", "Address", "Contact")
                .flatMap(part -> Stream.of(form + ":buyer" + part, form + ":buyer" + part + "Message"))
                .toList();
        PrimeFaces.current().resetInputs(fields);
        PrimeFaces.current().ajax().update(fields);
    }

    void clear() {
        list = List.of();
    }

    /** What stands in the field while this buyer is chosen: names alone may be borne by two. */
    public String offered(Buyer buyer) {
        return buyer.name() + " " + buyer.uscc();
    }

    public List<Buyer> getList() {
        return list;
    }
}
