package org.suyuan.recall.drill;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.math.BigDecimal;
import org.suyuan.shared.rules.PlainText;

/** With what a drill ends. */
public class DrillReport implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotBlank
    private String drillNo;

    @PositiveOrZero(message = "{drill.countedStock.negative}")
    @Digits(integer = 14, fraction = 5, message = "{drill.countedStock.digits}")
    private BigDecimal countedStock;

    @NotBlank(message = "{drill.conclusion.required}")
    @Size(max = 1000, message = "{drill.conclusion.size}")
    @PlainText(severalLines = true, message = "{rule.plainLines}")
    private String conclusion;

    @Size(max = 1000, message = "{drill.improvements.size}")
    @PlainText(severalLines = true, message = "{rule.plainLines}")
    private String improvements;

    public String getDrillNo() {
        return drillNo;
    }

    public void setDrillNo(String drillNo) {
        this.drillNo = drillNo;
    }

    /** 盘点库存: what of the lots was counted in the warehouse, in the unit of the declaration; null when nobody counted. */
    public BigDecimal getCountedStock() {
        return countedStock;
    }

    public void setCountedStock(BigDecimal countedStock) {
        this.countedStock = countedStock;
    }

    /** 结论 */
    public String getConclusion() {
        return conclusion;
    }

    public void setConclusion(String conclusion) {
        this.conclusion = conclusion;
    }

    /** 改进措施, or null. */
    public String getImprovements() {
        return improvements;
    }

    public void setImprovements(String improvements) {
        this.improvements = improvements;
    }
}
