package org.suyuan.identity;

/** How somebody signed in: with 企业账户 and 密码, or with a card that proved who holds it. */
public enum SignInKind {
    ACCOUNT,
    CARD;

    /** Where the session keeps it. */
    static final String ATTRIBUTE = "org.suyuan.identity.signInKind";
}
