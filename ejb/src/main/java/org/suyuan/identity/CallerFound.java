package org.suyuan.identity;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashSet;
import java.util.Set;

/** What {@link Caller} has found out in this request. Nothing is injected here, since it is made anew for each. */
@RequestScoped
class CallerFound {

    private Operator self;
    private Operator operator;
    private String endedFor;
    private final Set<String> noted = new HashSet<>();

    /** @param operator for the enterprise whose records are at hand */
    void isFor(Operator self, Operator operator) {
        this.self = self;
        this.operator = operator;
    }

    Operator self() {
        return self;
    }

    /** Null as long as nobody is known. */
    Operator operator() {
        return operator;
    }

    /** The authorisation of the principal of this name was found to have ended. */
    void ended(String principalName) {
        endedFor = principalName;
    }

    String endedFor() {
        return endedFor;
    }

    /** False when it was noted before. */
    boolean isNews(String reading) {
        return noted.add(reading);
    }
}
