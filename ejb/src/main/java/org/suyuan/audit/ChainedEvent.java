package org.suyuan.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/** An event of the audit log as it stands in the database, to be sealed or to be compared with its seal. */
record ChainedEvent(
        long id,
        Instant happenedAt,
        String actor,
        String enterprise,
        String address,
        String card,
        String action,
        String subject,
        String detail) {

    static final String COLUMNS = "id, happened_at, actor, enterprise, address, card, action, subject, detail";

    static ChainedEvent read(ResultSet row) throws SQLException {
        return new ChainedEvent(
                row.getLong("id"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("enterprise"),
                row.getString("address"),
                row.getString("card"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"));
    }

    /**
     * SHA-256 over the seal before it, its place in the chain and every column: numbers as eight bytes, texts as UTF-8 after
     * their length, so that nothing can move from one column to the next. A missing text has the length -1.
     */
    String seal(String previousSeal, long sealNo) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(previousSeal));
            add(digest, sealNo);
            add(digest, id);
            add(digest, happenedAt.getEpochSecond());
            add(digest, happenedAt.getNano());
            for (var text : new String[] {actor, enterprise, address, card, action, subject, detail}) {
                add(digest, text);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest digest, String text) {
        if (text == null) {
            add(digest, -1);
        } else {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            add(digest, bytes.length);
            digest.update(bytes);
        }
    }

    private static void add(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }
}
