package org.suyuan.web.recall;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.util.Faces;
import org.suyuan.recall.ChosenLots;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.trace.DeclarationLookup;
import org.suyuan.web.trace.Goods;

/**
 * A page on which a recall or a drill begins: its declaration is looked up, then one of its goods and some of their lots
 * are chosen.
 */
public abstract class LotChoice<F extends ChosenLots> implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DeclarationLookup lookup;

    @Inject
    private Answers answers;

    private final String inForm;
    private final F form;
    private List<Goods> goods = List.of();
    private String declarationNo;

    /** @param inForm client id of the form that stands around the fields */
    protected LotChoice(String inForm, F form) {
        this.inForm = inForm;
        this.form = form;
    }

    /** Comes from a page that names an item: {@code ?declaration=…&item=2}. */
    public void open() {
        var declaration = Faces.getRequestParameter("declaration");
        if (declaration != null && !Faces.isPostback()) {
            setDeclarationNo(declaration);
            lookUp();
            var item = Faces.getRequestParameter("item");
            goods.stream()
                    .filter(one -> String.valueOf(one.seqNo()).equals(item))
                    .forEach(one -> form.setGoodsSeqNo(one.seqNo()));
        }
    }

    /** Shows the food of the declaration; of a single item nothing is left to choose. */
    public void lookUp() {
        goods = lookup.find(declarationNo, at("declarationNo"));
        form.setDeclarationNo(goods.isEmpty() ? null : declarationNo);
        form.setGoodsSeqNo(goods.size() == 1 ? goods.get(0).seqNo() : null);
        form.setBatchNos(new ArrayList<>());
    }

    public void checkShape() {
        lookup.checkShape(declarationNo, at("declarationNo"));
    }

    /** Another item has other lots. */
    public void itemChosen() {
        form.setBatchNos(new ArrayList<>());
    }

    /** Field rules stand on the form; there are no others to check on leaving a field. */
    public boolean check() {
        return true;
    }

    /** Whether the form is complete; else the user was told at the fields. */
    protected boolean complete() {
        if (declarationNo != null && !declarationNo.equals(form.getDeclarationNo())) {
            answers.refuseAt(at("declarationNo"), "recallText.lookUpFirst");
            return false;
        }
        var faults = answers.faultsOf(form);
        faults.forEach(fault -> answers.pointTo(at(fault.property()), fault.text()));
        return faults.isEmpty();
    }

    private String at(String field) {
        return inForm + ":" + field;
    }

    public F getForm() {
        return form;
    }

    public List<Goods> getGoods() {
        return goods;
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
