package org.suyuan.exchange.message;

import java.util.List;

/**
 * One record as it stands in the file, not yet checked.
 *
 * @param type of the message that such records come in
 * @param number counted from 1
 * @param line line of the file on which it begins
 * @param fault in what it is not built as the XSD says, or null
 * @param raw its text as it came, shortened when very long
 * @param size roughly how many characters it keeps in memory
 */
public record SourceRecord(
        MessageHead head,
        String type,
        long number,
        int line,
        Values values,
        List<Values> lines,
        String fault,
        String raw,
        int size) {}
