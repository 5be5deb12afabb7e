package org.suyuan.identity;

/** What an authorisation is worth on a day: its status together with its dates. */
public enum Standing {
    /** 待接受 */
    WAITING,
    /** 未开始: accepted, its first day is still to come. */
    NOT_YET,
    /** 有效: the only standing in which an agent may act. */
    VALID,
    /** 已过期: its last day is over, accepted or not. */
    EXPIRED,
    /** 已拒绝 */
    DECLINED,
    /** 已撤销 */
    REVOKED
}
