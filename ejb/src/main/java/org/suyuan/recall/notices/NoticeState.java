package org.suyuan.recall.notices;

/** How far a buyer has been told; each state includes those before it. */
public enum NoticeState {
    /** 未告知: there is a link, but nobody knows that the buyer has it. */
    TO_TELL,
    /** 已告知 */
    TOLD,
    /** 已打开 the link */
    OPENED,
    /** 已确认: sale stopped, and how much comes back. */
    CONFIRMED
}
