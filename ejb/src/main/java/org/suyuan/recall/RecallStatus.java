package org.suyuan.recall;

/** Whether a recall goes on. */
public enum RecallStatus {
    /** 召回中: rounds may be submitted. */
    OPEN,
    /** 召回流程结束: a completing round was stored by customs; nothing changes any more. */
    CLOSED,
    /** 已撤销: customs withdrew its order; the rounds are kept. */
    CANCELLED
}
