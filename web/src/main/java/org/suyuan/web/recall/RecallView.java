package org.suyuan.web.recall;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.suyuan.identity.Caller;
import org.suyuan.identity.Operator;
import org.suyuan.recall.AffectedSale;
import org.suyuan.recall.RecallDetail;
import org.suyuan.recall.RecallQueries;
import org.suyuan.recall.RecallReporting;
import org.suyuan.recall.RecallRound;
import org.suyuan.recall.RecallTask;
import org.suyuan.recall.clock.Deadline;
import org.suyuan.recall.clock.Light;
import org.suyuan.recall.papers.PaperName;
import org.suyuan.trace.TraceStatus;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Rows;
import org.suyuan.web.reference.CodeNames;

/** 召回任务 of the address as it stands now: everything on its page that is read. */
@Named
@RequestScoped
public class RecallView {

    @Inject
    private RecallQueries recalls;

    @Inject
    private RecallReporting reporting;

    @Inject
    private Caller caller;

    @Inject
    private CodeNames codes;

    @Inject
    private Answers answers;

    @Inject
    @Param(pathIndex = 0)
    private String taskNo;

    private RecallDetail detail;
    private List<ChainPicture> pictures;
    private Rows<AffectedSale> sales;

    /** Somebody else's recall is answered like one that does not exist. Who opens it has read it. */
    public void open() {
        if (getDetail() == null) {
            Faces.responseSendError(404, null);
        } else if (getTask().unread() && !caller.operator().regulator()) {
            reporting.markRead(taskNo);
        }
    }

    /** To be read anew after an act. */
    void refresh() {
        detail = null;
    }

    public RecallDetail getDetail() {
        if (detail == null && taskNo != null) {
            detail = recalls.detail(taskNo).orElse(null);
        }
        return detail;
    }

    public RecallTask getTask() {
        return getDetail() == null ? null : getDetail().task();
    }

    /** Whether the page has the form of a round. */
    public boolean isEditable() {
        return getDetail().editable() && !caller.operator().regulator();
    }

    /** Whom the recall belongs to. */
    public Operator getImporter() {
        return caller.operator();
    }

    /** The affected lots. */
    public String getLots() {
        return String.join("; ", getTask().lots());
    }

    public Light light(Deadline deadline) {
        return deadline == null ? Light.OFF : deadline.light(getDetail().now());
    }

    /** Rounds that are not in the form: those that were submitted and wait for customs or are stored. */
    public List<RecallRound> getRounds() {
        return getDetail().rounds().stream()
                .filter(round -> !isEditable() || !round.status().isEditable())
                .toList();
    }

    /** Why customs failed or returned the round that is to be corrected, or null. */
    public String getReason() {
        return getDetail()
                .currentRound()
                .filter(round -> round.status().isEditable())
                .flatMap(round -> getDetail().events().stream()
                        .filter(event -> event.roundNo() == round.roundNo()
                                && (event.status() == TraceStatus.CUSTOMS_FAILED
                                        || event.status() == TraceStatus.RETURNED))
                        .reduce((earlier, later) -> later))
                .map(event -> event.answerText())
                .orElse(null);
    }

    /** True when customs will answer soon. */
    boolean isWaiting() {
        return getDetail()
                .currentRound()
                .filter(round -> round.status() == TraceStatus.SUBMITTED || round.status() == TraceStatus.SENT)
                .isPresent();
    }

    /** The chain, for wide pages and for narrow ones. */
    public List<ChainPicture> getPictures() {
        if (pictures == null) {
            var goods = getDetail().goods();
            var balance = getDetail().balance();
            var chain = new Chain(
                    goods == null ? null : goods.declaration().overseasShipper(),
                    getTask().declarationNo(),
                    balance.imported(),
                    getImporter().enterpriseName(),
                    balance.unsold(),
                    balance.sold(),
                    recalls.affectedBuyers(taskNo, 0, Chain.MOST_BUYERS).stream()
                            .map(buyer -> new Chain.Buyer(buyer.name(), buyer.soldQuantity()))
                            .toList(),
                    recalls.countAffectedBuyers(taskNo),
                    goods == null
                            ? ""
                            : codes.unit(goods.unit(), goods.declaration().importDate()));
            pictures = ChainPicture.bothOf(chain, answers);
        }
        return pictures;
    }

    public Rows<AffectedSale> getSales() {
        if (sales == null) {
            sales = new Rows<>(
                    Integer.MAX_VALUE,
                    () -> recalls.countAffectedSales(taskNo),
                    (first, size) -> recalls.affectedSales(taskNo, first, size));
        }
        return sales;
    }

    /** 召回文书 that can be made now. */
    public List<PaperName> getPapers() {
        return PaperName.of(getDetail()).toList();
    }

    /** Length of a bar of the effectiveness, 0 to 100. */
    public BigDecimal bar(BigDecimal percent) {
        return percent == null ? BigDecimal.ZERO : percent.min(new BigDecimal(100));
    }
}
