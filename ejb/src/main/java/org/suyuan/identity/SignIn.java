package org.suyuan.identity;

/** What came of an attempt to sign in. */
public record SignIn(Outcome outcome, String loginName, String role) {

    /** The three ways it may end; a wrong password and an unknown account are one. */
    public enum Outcome {
        ACCEPTED,
        REFUSED,
        THROTTLED
    }

    static SignIn accepted(String loginName, String role) {
        return new SignIn(Outcome.ACCEPTED, loginName, role);
    }

    static SignIn refused() {
        return new SignIn(Outcome.REFUSED, null, null);
    }

    static SignIn throttled() {
        return new SignIn(Outcome.THROTTLED, null, null);
    }
}
