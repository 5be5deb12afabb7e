package org.suyuan.identity;

/**
 * What came of an attempt to sign in.
 *
 * @param card null without one
 */
public record SignIn(Outcome outcome, String loginName, String role, UsedCard card) {

    /** The ways it may end; a wrong password and an unknown account are one. */
    public enum Outcome {
        ACCEPTED,
        REFUSED,
        THROTTLED,
        BUSY,
        PASSWORD_OVER
    }

    static SignIn accepted(String loginName, String role, UsedCard card) {
        return new SignIn(Outcome.ACCEPTED, loginName, role, card);
    }

    static SignIn refused() {
        return new SignIn(Outcome.REFUSED, null, null, null);
    }

    static SignIn throttled() {
        return new SignIn(Outcome.THROTTLED, null, null, null);
    }

    /** The password was right, but handed over too long ago. */
    static SignIn passwordOver() {
        return new SignIn(Outcome.PASSWORD_OVER, null, null, null);
    }

    /** Too many others sign in at this moment. */
    static SignIn busy() {
        return new SignIn(Outcome.BUSY, null, null, null);
    }
}
