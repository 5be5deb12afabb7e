package org.suyuan.web.recall;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.suyuan.recall.drill.Drill;
import org.suyuan.recall.drill.DrillDetail;
import org.suyuan.recall.drill.DrillQueries;
import org.suyuan.recall.drill.DrillSale;
import org.suyuan.recall.figures.DrillFigures;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Rows;
import org.suyuan.web.reference.CodeNames;

/** The drill of the address as it stands now: everything on its page that is read. */
@Named
@RequestScoped
public class DrillView {

    @Inject
    private DrillQueries drills;

    @Inject
    private CodeNames codes;

    @Inject
    private Answers answers;

    @Inject
    @Param(pathIndex = 0)
    private String drillNo;

    private DrillDetail detail;
    private Rows<DrillSale> sales;
    private List<ChainPicture> pictures;

    /** Somebody else's drill is answered like one that does not exist. */
    public void open() {
        if (getDetail() == null) {
            Faces.responseSendError(404, null);
        }
    }

    /** To be read anew after an act. */
    void refresh() {
        detail = null;
    }

    public DrillDetail getDetail() {
        if (detail == null && drillNo != null) {
            detail = drills.detail(drillNo).orElse(null);
        }
        return detail;
    }

    public Drill getDrill() {
        return getDetail() == null ? null : getDetail().drill();
    }

    public DrillFigures getFigures() {
        return getDetail().figures();
    }

    public String getUnit() {
        return codes.unit(getDrill().unit(), getDrill().importDate());
    }

    public String getLots() {
        return String.join("; ", getDrill().lots());
    }

    /** How long the drill has lasted, or lasted, as a clock shows it. */
    public String getDuration() {
        var time = getDetail().duration();
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    public Rows<DrillSale> getSales() {
        if (sales == null) {
            sales = new Rows<>(
                    Integer.MAX_VALUE, () -> getDrill().sales(), (first, size) -> drills.sales(drillNo, first, size));
        }
        return sales;
    }

    /** The chain, for wide pages and for narrow ones. */
    public List<ChainPicture> getPictures() {
        if (pictures == null) {
            var drill = getDrill();
            var chain = new Chain(
                    drill.exporter(),
                    drill.declarationNo(),
                    drill.imported(),
                    drill.importerName(),
                    getFigures().unsold(),
                    getFigures().sold(),
                    drills.buyers(drillNo, false, 0, Chain.MOST_BUYERS).stream()
                            .map(buyer -> new Chain.Buyer(buyer.name(), buyer.soldQuantity()))
                            .toList(),
                    drill.buyers(),
                    getUnit());
            pictures = ChainPicture.bothOf(chain, answers);
        }
        return pictures;
    }
}
