package org.suyuan.web.recall;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.Validator;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.cdi.ViewScoped;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.suyuan.recall.VoluntaryRecall;
import org.suyuan.recall.VoluntaryRecalls;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.trace.DeclarationLookup;
import org.suyuan.web.trace.Goods;

/** 主动召回: the importer opens a recall itself (F27). */
@Named
@ViewScoped
public class RecallVoluntary implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String DECLARATION_NO = "voluntary:declarationNo";

    @Inject
    private VoluntaryRecalls recalls;

    @Inject
    private DeclarationLookup lookup;

    @Inject
    private Validator validator;

    @Inject
    private Answers answers;

    private final VoluntaryRecall form = new VoluntaryRecall();
    private List<Goods> goods = List.of();
    private String declarationNo;

    /** Shows the food of the declaration; of a single item nothing is left to choose. */
    public void lookUp() {
        goods = lookup.find(declarationNo, DECLARATION_NO);
        form.setDeclarationNo(goods.isEmpty() ? null : declarationNo);
        form.setGoodsSeqNo(goods.size() == 1 ? goods.get(0).seqNo() : null);
        form.setBatchNos(new ArrayList<>());
    }

    public void checkShape() {
        lookup.checkShape(declarationNo, DECLARATION_NO);
    }

    /** Another item has other lots. */
    public void itemChosen() {
        form.setBatchNos(new ArrayList<>());
    }

    /** Field rules stand on {@link VoluntaryRecall}; there are no others to check on leaving a field. */
    public boolean check() {
        return true;
    }

    /** Asks before it stops the sale. */
    public void askToOpen() {
        if (declarationNo != null && !declarationNo.equals(form.getDeclarationNo())) {
            answers.refuseAt(DECLARATION_NO, "recallText.lookUpFirst");
            return;
        }
        var faults = answers.faults(validator.validate(form));
        faults.forEach(fault -> answers.pointTo("voluntary:" + fault.property(), fault.text()));
        if (faults.isEmpty()) {
            PrimeFaces.current().executeScript("PF('openDialog').show()");
        }
    }

    public synchronized void open() {
        var opened = new ArrayList<String>();
        if (answers.toldOf(() -> opened.add(recalls.open(form)))) {
            answers.info("recallText.opened", opened.get(0));
            Faces.getFlash().setKeepMessages(true);
            Faces.redirect("recall/%s", opened.get(0));
        }
    }

    public VoluntaryRecall getForm() {
        return form;
    }

    public List<Goods> getGoods() {
        return goods;
    }

    public List<RecallLevel> getLevels() {
        return List.of(RecallLevel.values());
    }

    /** Lots of the chosen item. */
    public List<String> getLots() {
        return goods.stream()
                .filter(item -> form.getGoodsSeqNo() != null && item.seqNo() == form.getGoodsSeqNo())
                .findFirst()
                .map(Goods::batches)
                .orElse(List.of());
    }

    public String getDeclarationNo() {
        return declarationNo;
    }

    public void setDeclarationNo(String declarationNo) {
        this.declarationNo = DeclarationLookup.plain(declarationNo);
    }
}
