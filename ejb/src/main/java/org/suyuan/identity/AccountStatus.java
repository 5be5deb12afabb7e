package org.suyuan.identity;

/** Whether an account can be signed in with. */
public enum AccountStatus {
    /** 待审核: registered, and to be released by the administrator of the enterprise or by the portal's staff. */
    WAITING,
    /** 正常 */
    ACTIVE,
    /** 已停用 */
    DISABLED
}
