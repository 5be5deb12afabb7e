package org.suyuan.exchange.inbound;

/** The life of an inbound file. */
public enum InboundState {
    /** claimed by a node, which reads it */
    READING,
    /** read as far as it can be; on its way into the archive or into quarantine */
    FILING,
    /** read to its end and archived; single records may have been rejected */
    DONE,
    /** the same bytes had been read before: archived without being read again */
    DUPLICATE,
    /** could not be read, or not to its end */
    QUARANTINED
}
