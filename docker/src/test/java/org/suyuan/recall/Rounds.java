package org.suyuan.recall;

import jakarta.json.bind.JsonbBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.suyuan.container.Operator;

/** Rounds of a recall as a careful reporter fills them. */
public final class Rounds {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Rounds() {}

    /** The form of the round that is on, with one row; null when the operator has no such recall. */
    public static RoundForm form(Operator operator, String taskNo, String quantity) {
        var text = operator.call("recall-form", taskNo).text();
        if (text.isEmpty()) {
            return null;
        }
        var form = JsonbBuilder.create().fromJson(text, RoundForm.class);
        form.getActions().clear();
        form.getActions().add(row(quantity));
        return form;
    }

    private static ActionLine row(String quantity) {
        var row = new ActionLine();
        row.setResponsiblePerson("张三");
        row.setPhone("138 1234 5678");
        row.setStartDate(LocalDate.now(CHINA).minusDays(2));
        row.setEndDate(LocalDate.now(CHINA));
        row.setRecalledQuantity(new BigDecimal(quantity));
        row.setMeasures("下架封存\n通知经销商退货");
        return row;
    }

    public static Operator.Answer submit(Operator operator, RoundForm form) {
        return operator.call("recall-submit", Operator.json(form));
    }
}
