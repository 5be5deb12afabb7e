package org.suyuan.shared;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.PGConnection;

/** New rows for PostgreSQL's COPY, in its text format: one line a row, tabs between the columns. */
final class CopiedRows {

    private static final String NULL = "\\N";

    private final StringBuilder text = new StringBuilder();
    private boolean rowBegun;

    void add(Object value) {
        if (rowBegun) {
            text.append('\t');
        }
        rowBegun = true;
        if (value == null) {
            text.append(NULL);
        } else {
            escape(value instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : value.toString());
        }
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    void endRow() {
        text.append('\n');
        rowBegun = false;
    }

    /** Writes them in the transaction of the connection. */
    void into(String tableAndColumns, Connection connection) throws SQLException {
        // bytes, since the driver reads characters in pieces and may break a character beyond the BMP in two
        var bytes = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + tableAndColumns + " from stdin", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // bytes in memory are always readable
        }
    }
}
