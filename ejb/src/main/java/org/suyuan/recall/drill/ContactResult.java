package org.suyuan.recall.drill;

/** What came of trying to reach a buyer. */
public enum ContactResult {
    /** 已联系 */
    REACHED,
    /** 未能联系 */
    UNREACHED
}
