package org.suyuan.trace;

import java.util.EnumSet;
import java.util.Set;

/** 当前状态 of a trace report or a recall round, with the moves it allows (requirements §1.9). */
public enum TraceStatus {
    /** 暂存 */
    DRAFT,
    /** 已提交(申报中) */
    SUBMITTED,
    /** 发送海关成功 */
    SENT,
    /** 发送海关失败: sent again without the filer's help */
    SEND_FAILED,
    /** 海关入库成功 */
    CUSTOMS_STORED,
    /** 海关入库失败: may be corrected as the next version */
    CUSTOMS_FAILED,
    /** 退回(退单): may be corrected as the next version */
    RETURNED,
    /** 已删除 */
    DELETED;

    /** Statuses in which the sold quantities count against the declared quantity (A6). */
    public static final Set<TraceStatus> LIVE = EnumSet.of(SUBMITTED, SENT, SEND_FAILED, CUSTOMS_STORED);

    public boolean mayBecome(TraceStatus next) {
        return switch (this) {
            case DRAFT -> next == SUBMITTED || next == DELETED;
            case SUBMITTED, SEND_FAILED -> next == SENT || next == SEND_FAILED || next.isFinalAnswer();
            case SENT -> next == SEND_FAILED || next.isFinalAnswer();
            case CUSTOMS_FAILED, RETURNED -> next == DRAFT || next == DELETED;
            case CUSTOMS_STORED, DELETED -> false;
        };
    }

    /** True when the filer may change or delete the report. */
    public boolean isEditable() {
        return this == DRAFT || this == CUSTOMS_FAILED || this == RETURNED;
    }

    /** True when customs has spoken its last word on this version. */
    public boolean isFinalAnswer() {
        return this == CUSTOMS_STORED || this == CUSTOMS_FAILED || this == RETURNED;
    }
}
