package org.suyuan.shared;

/** Who may call a use case. */
public final class Roles {

    /** An operator of an enterprise; sees only what belongs to that enterprise. */
    public static final String ENTERPRISE = "ENTERPRISE";

    private Roles() {}
}
