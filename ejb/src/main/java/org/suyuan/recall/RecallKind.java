package org.suyuan.recall;

/** Who wants a recall. */
public enum RecallKind {
    /** 责令召回: customs ordered it. */
    ORDERED,
    /** 主动召回: the importer opened it and informed customs. */
    VOLUNTARY
}
