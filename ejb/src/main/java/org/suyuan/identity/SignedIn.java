package org.suyuan.identity;

import java.io.Serializable;
import java.security.Principal;

/** What a login module adds to the subject: account and role. */
record SignedIn(String loginName, String role) implements Principal, Serializable {

    @Override
    public String getName() {
        return loginName;
    }
}
