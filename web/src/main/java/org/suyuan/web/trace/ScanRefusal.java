package org.suyuan.web.trace;

import java.util.stream.Stream;

/** Why a scan shows no report; the texts stand under {@code scan.} and the name. */
public enum ScanRefusal {
    /** Not ours, altered, or no longer known: told apart to nobody. */
    UNKNOWN,
    NO_PHOTO,
    TOO_LARGE,
    NO_PICTURE,
    NO_CODE,
    BUSY;

    static ScanRefusal named(String name) {
        return Stream.of(values())
                .filter(refusal -> refusal.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
