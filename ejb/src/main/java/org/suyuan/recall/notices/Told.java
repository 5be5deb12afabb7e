package org.suyuan.recall.notices;

import jakarta.validation.constraints.NotNull;
import java.io.Serializable;
import java.time.LocalDateTime;

/** 标记已告知: how and when an operator told a buyer himself. */
public class Told implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotNull(message = "{notice.way.required}")
    private TellingWay way;

    @NotNull(message = "{notice.toldAt.required}")
    private LocalDateTime at;

    public TellingWay getWay() {
        return way;
    }

    public void setWay(TellingWay way) {
        this.way = way;
    }

    /** In Asia/Shanghai. */
    public LocalDateTime getAt() {
        return at;
    }

    public void setAt(LocalDateTime at) {
        this.at = at;
    }
}
