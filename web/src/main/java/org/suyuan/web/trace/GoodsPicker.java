package org.suyuan.web.trace;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.cdi.ViewScoped;
import org.primefaces.PrimeFaces;
import org.suyuan.web.portal.Answers;

/** 查询报关单 and the list 商品信息, in which the filer ticks the one item that the report is about. */
@Named
@ViewScoped
public class GoodsPicker implements Serializable {

    private static final long serialVersionUID = 1L;

    /** One line of the list. */
    public static class Line implements Serializable {

        private static final long serialVersionUID = 1L;

        private final Goods goods;
        private boolean ticked;

        Line(Goods goods) {
            this.goods = goods;
        }

        public Goods getGoods() {
            return goods;
        }

        public boolean isTicked() {
            return ticked;
        }

        public void setTicked(boolean ticked) {
            this.ticked = ticked;
        }
    }

    private static final String FIELD = "report:declarationNo";

    @Inject
    private TraceEdit edit;

    @Inject
    private DeclarationLookup lookup;

    @Inject
    private Answers answers;

    @Inject
    @Param(name = "declaration")
    private String wanted;

    private List<Line> lines = List.of();
    private boolean open;

    /** Starts with the declaration that the address names. */
    public void openWanted() {
        if (wanted != null) {
            edit.setDeclarationNo(wanted);
            open = found();
        }
    }

    public void lookUp() {
        if (found()) {
            PrimeFaces.current().executeScript("PF('picker').show()");
        }
    }

    public void confirm() {
        var ticked = lines.stream().filter(Line::isTicked).toList();
        if (ticked.size() == 1) {
            edit.pick(ticked.get(0).getGoods());
            PrimeFaces.current().executeScript("PF('picker').hide(); suyuan.focusSoon('report:addSale')");
        } else {
            answers.refuse("pick:items", ticked.isEmpty() ? "traceText.tickOne" : "traceText.oneItemOnly");
        }
    }

    public void checkShape() {
        lookup.checkShape(edit.getDeclarationNo(), FIELD);
    }

    private boolean found() {
        lines = lookup.find(edit.getDeclarationNo(), FIELD).stream()
                .map(Line::new)
                .toList();
        return !lines.isEmpty();
    }

    public List<Line> getLines() {
        return lines;
    }

    public boolean isOpen() {
        return open;
    }
}
