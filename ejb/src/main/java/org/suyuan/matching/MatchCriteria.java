package org.suyuan.matching;

import java.io.Serializable;

/** What a list of matches is asked for; what is empty does not restrict. */
public class MatchCriteria implements Serializable {

    private static final long serialVersionUID = 1L;

    private MatchState state;
    private boolean withLapsed;

    public MatchState getState() {
        return state;
    }

    public void setState(MatchState state) {
        this.state = state;
    }

    /** Also those whose notice was withdrawn or fits no more. */
    public boolean isWithLapsed() {
        return withLapsed;
    }

    public void setWithLapsed(boolean withLapsed) {
        this.withLapsed = withLapsed;
    }
}
