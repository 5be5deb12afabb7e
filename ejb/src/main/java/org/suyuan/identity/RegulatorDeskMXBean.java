package org.suyuan.identity;

import java.util.List;

/** Accounts of authorities, who read the reports and recalls of every enterprise, under {@code org.suyuan:type=Regulators} in JMX. */
public interface RegulatorDeskMXBean {

    /** One line each, by name: account, 统一社会信用代码, authority, person, status, time of the last sign-in. */
    List<String> getAccounts();

    /**
     * Opens an account.
     *
     * @param uscc 统一社会信用代码 of the authority
     * @param authorityName what it is called, when it has no account yet
     * @param customsDistrict 关区代码, four digits
     * @return the first password, good for seven days, to be changed at the first sign-in
     */
    String open(String loginName, String personName, String uscc, String authorityName, String customsDistrict);

    /** Nobody signs in with it from now on; whoever is signed in is out. */
    void disable(String loginName);

    /** It may be signed in with again. */
    void enable(String loginName);

    /** @return the new password, good for seven days, to be changed at the next sign-in */
    String resetPassword(String loginName);
}
