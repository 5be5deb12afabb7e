package org.suyuan.recall;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Positive;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.suyuan.shared.rules.NotAfterToday;

/**
 * What the importer says beforehand: the day of its 召回公告, from which the working days to finish are counted, and how much is
 * to come back.
 */
public class RecallPlan implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotAfterToday(message = "{recall.announcedOn.future}")
    private LocalDate announcedOn;

    @Positive(message = "{recall.plannedQuantity.positive}")
    @Digits(integer = 14, fraction = 5, message = "{recall.plannedQuantity.digits}")
    private BigDecimal plannedQuantity;

    /** 公告日期; null while there is none. */
    public LocalDate getAnnouncedOn() {
        return announcedOn;
    }

    public void setAnnouncedOn(LocalDate announcedOn) {
        this.announcedOn = announcedOn;
    }

    /** 计划召回总量 in the unit of the declaration; null when everything sold is to come back. */
    public BigDecimal getPlannedQuantity() {
        return plannedQuantity;
    }

    public void setPlannedQuantity(BigDecimal plannedQuantity) {
        this.plannedQuantity = plannedQuantity;
    }
}
