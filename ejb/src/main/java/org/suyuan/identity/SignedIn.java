package org.suyuan.identity;

import java.io.Serializable;
import java.security.Principal;

/**
 * What a login module adds to the subject: account and role.
 *
 * @param card that it was done with, or null
 */
record SignedIn(String loginName, String role, UsedCard card) implements Principal, Serializable {

    @Override
    public String getName() {
        return loginName;
    }
}
