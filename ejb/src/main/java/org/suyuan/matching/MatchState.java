package org.suyuan.matching;

/** What the importer made of a match. */
public enum MatchState {
    /** 待处理: nobody has decided yet; a dismissed one becomes so again when more of it fits. */
    NEW,
    /** 已确认: it concerns our goods */
    CONFIRMED,
    /** 已排除: it does not, for a reason that is kept */
    DISMISSED
}
