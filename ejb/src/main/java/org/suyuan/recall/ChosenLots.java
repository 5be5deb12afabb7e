package org.suyuan.recall;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.suyuan.declaration.DeclarationQueries;
import org.suyuan.declaration.GoodsItem;
import org.suyuan.shared.DeclarationNumber;
import org.suyuan.shared.Refusal;

/** The lots that an importer chooses among its own declared food, as the beginning of a recall or a drill. */
public class ChosenLots implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotBlank(message = "{trace.declarationNo.required}")
    private String declarationNo;

    @NotNull(message = "{trace.goodsItem.required}")
    private Integer goodsSeqNo;

    private List<String> batchNos = new ArrayList<>();

    /** The chosen item; refused when the caller's enterprise did not declare it, or not with these lots. */
    public GoodsItem itemAmong(DeclarationQueries declarations) {
        var item = DeclarationNumber.parse(declarationNo)
                .flatMap(number -> declarations.foodItem(number, goodsSeqNo))
                .orElseThrow(() -> new Refusal("trace.declarationNotOwned"));
        if (!new HashSet<>(item.batchNos()).containsAll(batchNos)) {
            throw new Refusal("trace.batchNotDeclared", String.join("; ", item.batchNos()));
        }
        return item;
    }

    public Lots lots() {
        return new Lots(List.copyOf(batchNos));
    }

    public String getDeclarationNo() {
        return declarationNo;
    }

    public void setDeclarationNo(String declarationNo) {
        this.declarationNo = declarationNo;
    }

    public Integer getGoodsSeqNo() {
        return goodsSeqNo;
    }

    public void setGoodsSeqNo(Integer goodsSeqNo) {
        this.goodsSeqNo = goodsSeqNo;
    }

    /** The affected lots among those of the goods item; none means all of them. */
    public List<String> getBatchNos() {
        return batchNos;
    }

    public void setBatchNos(List<String> batchNos) {
        this.batchNos = batchNos;
    }
}
