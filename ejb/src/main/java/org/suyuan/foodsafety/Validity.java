package org.suyuan.foodsafety;

/** 效力 of a law, 状态 of a standard. */
public enum Validity {
    /** 现行 */
    IN_FORCE,
    /** 即将实施 */
    UPCOMING,
    /** 废止 */
    REPEALED
}
