package org.suyuan.exchange.message;

import java.io.IOException;

/** The records of an inbound file, one after another. */
public interface RecordStream extends AutoCloseable {

    /** The next record, or null at the end of the file. */
    SourceRecord next() throws MessageFault;

    @Override
    void close() throws IOException;
}
