package org.suyuan.exchange.message;

import java.io.IOException;

/** The records of an inbound file, one after another. */
public interface RecordStream extends AutoCloseable {

    /** The next record, or null at the end of the file. */
    SourceRecord next() throws MessageFault;

    /** Passes over the next record, which is known already; false at the end of the file. */
    default boolean skip() throws MessageFault {
        return next() != null;
    }

    @Override
    void close() throws IOException;
}
