package org.suyuan.recall.notices;

/** Whether the link of a notice may be used. */
public enum Standing {
    OPEN,
    /** Used: shows what was confirmed and takes nothing more. */
    CONFIRMED,
    /** Its days are over; the importer can issue another one. */
    EXPIRED,
    /** The recall is finished. */
    CLOSED,
    /** Customs withdrew the recall. */
    WITHDRAWN
}
