package org.suyuan.exchange.message;

import java.util.List;

/**
 * What a bulk message consists of: after the head one element a record, in it simple elements and then, in some
 * messages, repeated lines of simple elements.
 *
 * @param type root element and folder name
 * @param line the element of a line, or null when records have none
 */
public record MessageShape(
        String type, String record, List<? extends Field> fields, String line, List<? extends Field> lineFields) {

    /** Namespace of all messages of this portal. */
    public static final String NAMESPACE = "urn:suyuan:ftr:1";

    /** Most lines a record may have. */
    public static final int MOST_LINES = 1000;
}
