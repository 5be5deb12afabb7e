package org.suyuan.recall.drill;

import java.io.Serializable;
import java.util.Objects;

/** Key of a sale or a buyer within its drill. */
public class DrillLine implements Serializable {

    private static final long serialVersionUID = 1L;

    private long drillId;
    private int ordinal;

    @Override
    public boolean equals(Object other) {
        return other instanceof DrillLine line && line.drillId == drillId && line.ordinal == ordinal;
    }

    @Override
    public int hashCode() {
        return Objects.hash(drillId, ordinal);
    }
}
