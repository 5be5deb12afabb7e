package org.suyuan.web.matching;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.function.BiConsumer;
import org.omnifaces.cdi.Param;
import org.omnifaces.cdi.ViewScoped;
import org.primefaces.PrimeFaces;
import org.suyuan.matching.MatchDecision;
import org.suyuan.matching.MatchDecisions;
import org.suyuan.web.portal.Answers;

/** The importer says whether the match of the page concerns its goods. */
@Named
@ViewScoped
public class MatchDecide implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private MatchDecisions decisions;

    @Inject
    private MatchView view;

    @Inject
    private Answers answers;

    @Inject
    @Param(pathIndex = 0)
    private String number;

    private MatchDecision decision = new MatchDecision();

    public void confirm() {
        decide("matchingText.confirmed", decisions::confirm);
    }

    public void dismiss() {
        decide("matchingText.dismissed", decisions::dismiss);
    }

    private void decide(String done, BiConsumer<Long, MatchDecision> act) {
        var faults = answers.refusals(() -> act.accept(Long.valueOf(number), decision));
        faults.forEach(fault -> {
            if (fault.property() == null) {
                answers.tell(null, fault.text());
            } else {
                answers.pointTo("decide:" + fault.property(), fault.text());
            }
        });
        if (faults.isEmpty()) {
            decision = new MatchDecision();
            view.refresh();
            answers.info(done);
            PrimeFaces.current().executeScript("suyuan.saved('')");
        }
    }

    /** Nothing looks further than a field. */
    public boolean check() {
        return true;
    }

    public MatchDecision getDecision() {
        return decision;
    }
}
