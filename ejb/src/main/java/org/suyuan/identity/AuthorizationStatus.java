package org.suyuan.identity;

/** How far an authorisation has come, with the moves that it allows. Whether it is due or over follows from its dates. */
public enum AuthorizationStatus {
    /** 待接受: the principal granted it, the agent has not answered. */
    GRANTED,
    /** The agent accepted. */
    ACCEPTED,
    /** 已拒绝 by the agent. */
    DECLINED,
    /** 已撤销, by either side. */
    REVOKED;

    public boolean mayBecome(AuthorizationStatus next) {
        return switch (this) {
            case GRANTED -> next != GRANTED;
            case ACCEPTED -> next == REVOKED;
            case DECLINED, REVOKED -> false;
        };
    }
}
