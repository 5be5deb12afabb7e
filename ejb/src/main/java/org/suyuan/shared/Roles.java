package org.suyuan.shared;

import java.util.Set;

/** Who may call a use case. */
public final class Roles {

    /** An operator of an enterprise; sees only what belongs to that enterprise. */
    public static final String ENTERPRISE = "ENTERPRISE";

    /** An operator who also manages the operators of the enterprise. */
    public static final String ENTERPRISE_ADMIN = "ENTERPRISE_ADMIN";

    /** An operator of an authority (监管部门、海关); reads the reports and recalls of every enterprise, changes none. */
    public static final String REGULATOR = "REGULATOR";

    private Roles() {}

    /** Everything that somebody with this role may act as. */
    public static Set<String> impliedBy(String role) {
        return role.equals(ENTERPRISE_ADMIN) ? Set.of(ENTERPRISE, ENTERPRISE_ADMIN) : Set.of(role);
    }
}
