package org.suyuan.exchange.message;

import java.io.IOException;

/** The rows of an authority's table, one after another, however the file is written. */
interface TableRows extends AutoCloseable {

    /** The next row, or null at the end. */
    TableRow next() throws MessageFault;

    @Override
    void close() throws IOException;
}
