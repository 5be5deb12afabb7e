package org.suyuan.identity;

import java.util.List;

/** Sign-ins refused after too many failures, under {@code org.suyuan:type=SignInLocks} in JMX. */
public interface LockDeskMXBean {

    /** One line each, those of whole origins first: account or {@code *}, origin, failures, time of the last one. */
    List<String> getLocked();

    /** The account may be tried again at once, from everywhere. */
    void unlockAccount(String loginName);

    /** Everybody may try again at once from this origin, as {@code Locked} names it. */
    void unlockOrigin(String origin);
}
