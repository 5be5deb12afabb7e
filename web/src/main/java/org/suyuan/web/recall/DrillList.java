package org.suyuan.web.recall;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.suyuan.recall.drill.Drill;
import org.suyuan.recall.drill.DrillQueries;
import org.suyuan.web.portal.Rows;

/** 模拟召回演练: the drills of the enterprise, newest first. */
@Named
@RequestScoped
public class DrillList {

    @Inject
    private DrillQueries drills;

    private Rows<Drill> rows;

    public String lots(Drill drill) {
        return String.join("; ", drill.lots());
    }

    public Rows<Drill> getRows() {
        if (rows == null) {
            rows = new Rows<>(Integer.MAX_VALUE, drills::count, drills::page);
        }
        return rows;
    }
}
