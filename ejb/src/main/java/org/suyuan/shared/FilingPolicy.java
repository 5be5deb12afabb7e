package org.suyuan.shared;

/** Who may file without a card (A3). In either case agents act for their principals with a card only. */
public enum FilingPolicy {
    /** Whoever is signed in files for the own enterprise (自理). */
    SELF_FILING,
    /** Filing and submitting need a card; without one people only read. */
    STRICT;
}
