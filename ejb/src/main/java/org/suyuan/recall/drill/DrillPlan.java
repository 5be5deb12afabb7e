package org.suyuan.recall.drill;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.suyuan.recall.ChosenLots;
import org.suyuan.shared.rules.PlainText;

/** What a drill is to play through: the lots, and why they would be recalled. */
public class DrillPlan extends ChosenLots {

    private static final long serialVersionUID = 1L;

    @NotBlank(message = "{drill.scenario.required}")
    @Size(max = 1000, message = "{drill.scenario.size}")
    @PlainText(severalLines = true, message = "{rule.plainLines}")
    private String scenario;

    @NotBlank(message = "{recall.reason.required}")
    @Size(max = 1000, message = "{recall.reason.size}")
    @PlainText(severalLines = true, message = "{rule.plainLines}")
    private String reason;

    /** 演练情景 */
    public String getScenario() {
        return scenario;
    }

    public void setScenario(String scenario) {
        this.scenario = scenario;
    }

    /** The assumed 召回原因. */
    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
