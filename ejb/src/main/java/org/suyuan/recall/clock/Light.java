package org.suyuan.recall.clock;

/** How a deadline stands, the least urgent first. */
public enum Light {
    /** Does not run: not begun, or the order was cancelled. */
    OFF,
    /** Met in time. */
    MET,
    /** Met, but too late. */
    MET_LATE,
    GREEN,
    AMBER,
    RED
}
