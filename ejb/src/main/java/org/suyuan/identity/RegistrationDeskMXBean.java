package org.suyuan.identity;

import java.util.List;

/** Registrations that wait for the staff of the portal, under {@code org.suyuan:type=Registrations} in JMX. */
public interface RegistrationDeskMXBean {

    /** One line each, the oldest first: account, 统一社会信用代码, enterprise, person, telephone, time. */
    List<String> getWaiting();

    /** The account may be signed in with from now on. */
    void release(String loginName);

    /** Forgets the account. */
    void refuse(String loginName);
}
