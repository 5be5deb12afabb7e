package org.suyuan.foodsafety;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.suyuan.foodsafety.NoticeField.Kind;
import org.suyuan.shared.BusinessTime;

/**
 * Stores what authorities publish. The newest message decides what a notice says, in whatever order messages come; storing
 * the same again changes nothing; what it said before is kept. Called by the job {@code import-food-safety}.
 */
@Stateless
@PermitAll
public class NoticeImport {

    private record Key(String source, String originId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : originId.compareTo(other.originId);
        }
    }

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private Vocabulary vocabulary;

    @Inject
    private Event<NoticesStored> stored;

    @Inject
    private BusinessTime time;

    /**
     * Stores the records in the caller's transaction. Of several for one notice the last one counts, the others are kept as
     * what it said before.
     *
     * @param messageTime when their source made the message; records older than what is stored are passed over
     */
    public void store(List<NoticeRecord> records, Instant messageTime) {
        var sent = messageTime.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        var received = time.now().atOffset(ZoneOffset.UTC);
        var changed = new TreeSet<Long>();
        try (var connection = database.getConnection()) {
            for (var next = records; !next.isEmpty(); ) {
                var once = new TreeMap<Key, NoticeRecord>(); // sorted, so that two writers cannot block each other
                var again = new ArrayList<NoticeRecord>();
                for (var record : next) {
                    if (once.putIfAbsent(new Key(record.source(), record.originId()), coded(record)) != null) {
                        again.add(record);
                    }
                }
                store(connection, once, sent, received, changed);
                next = again;
            }
            stored.fire(new NoticesStored(List.copyOf(changed)));
        } catch (SQLException e) {
            throw new IllegalStateException("Food-safety notices cannot be stored", e);
        }
    }

    private void store(
            Connection connection,
            Map<Key, NoticeRecord> records,
            OffsetDateTime sent,
            OffsetDateTime received,
            Set<Long> changed)
            throws SQLException {
        var withdrawn =
                records.values().stream().filter(NoticeRecord::withdrawn).toList();
        var published =
                records.values().stream().filter(record -> !record.withdrawn()).toList();
        NoticeStore.keepHistory(connection, records.values(), sent);
        NoticeStore.withdrawn(sent, received).write(connection, withdrawn, row -> changed.add(row.getLong("id")));
        var written = new HashMap<Long, NoticeRecord>();
        NoticeStore.published(sent, received)
                .write(
                        connection,
                        published,
                        row -> written.put(
                                row.getLong("id"),
                                records.get(new Key(row.getString("source"), row.getString("origin_id")))));
        if (!written.isEmpty()) {
            NoticeIndex.of(connection).write(connection, tokens(written));
            writeAttachments(connection, written);
        }
        changed.addAll(written.keySet());
    }

    /** With the codes of what has one, so that notices of different sources are counted together. */
    private NoticeRecord coded(NoticeRecord record) {
        if (record.withdrawn()) {
            return record;
        }
        var values = new EnumMap<NoticeField, String>(record.values());
        for (var facet : Facet.values()) {
            if (facet.isList()) {
                values.computeIfPresent(NoticeField.valueOf(facet.name()), (field, words) -> codes(facet, words));
            }
        }
        values.values().removeIf(String::isEmpty);
        return new NoticeRecord(
                record.category(), record.source(), record.originId(), false, values, record.attachments());
    }

    private String codes(Facet facet, String words) {
        return Stream.of(words.split("[;；]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> vocabulary.code(facet.table(), word))
                .distinct()
                .collect(Collectors.joining(";"));
    }

    private Map<Long, Map<String, Weight>> tokens(Map<Long, NoticeRecord> notices) {
        var tokens = new HashMap<Long, Map<String, Weight>>();
        notices.forEach((id, notice) -> tokens.put(id, tokens(notice)));
        return tokens;
    }

    private Map<String, Weight> tokens(NoticeRecord notice) {
        var tokens = new HashMap<String, Weight>();
        add(tokens, Weight.TITLE, notice.originId());
        number(tokens, notice.originId());
        add(tokens, Facet.SOURCE.token(notice.source()), Weight.TEXT);
        vocabulary.names(Facet.SOURCE.table(), notice.source()).forEach(name -> add(tokens, Weight.TEXT, name));
        notice.values().forEach((field, value) -> {
            if (field.weight() != null) {
                add(tokens, field.weight(), value);
            }
            if (field.kind() == Kind.DAY) {
                Published.tokens(LocalDate.parse(value)).forEach(token -> add(tokens, token, Weight.FACT));
            }
        });
        number(tokens, notice.values().getOrDefault(NoticeField.DOCUMENT_NO, ""));
        number(tokens, notice.values().getOrDefault(NoticeField.HS_CODE, ""));
        add(
                tokens,
                Facet.YEAR.token(notice.values().get(NoticeField.PUBLISHED_ON).substring(0, 4)),
                Weight.TEXT);
        add(tokens, categoryToken(notice.category()), Weight.TEXT);
        for (var facet : List.of(Facet.COUNTRY, Facet.FOOD_CATEGORY, Facet.HAZARD_GROUP)) {
            var codes = notice.values().get(NoticeField.valueOf(facet.name()));
            for (var code : codes == null ? new String[0] : codes.split(";")) {
                add(tokens, facet.token(code), Weight.TEXT);
                vocabulary.names(facet.table(), code).forEach(name -> add(tokens, Weight.FACT, name));
            }
        }
        return tokens;
    }

    static String categoryToken(InfoCategory category) {
        return "in=" + category.path();
    }

    static String numberToken(String plain) {
        return "no=" + plain;
    }

    private static void number(Map<String, Weight> tokens, String number) {
        var plain = Tokens.plain(number);
        if (!plain.isEmpty()) {
            add(tokens, numberToken(plain), Weight.TITLE);
        }
    }

    private static void add(Map<String, Weight> tokens, Weight weight, String text) {
        Tokens.stored(text).forEach(token -> add(tokens, token.text(), weight));
    }

    private static void add(Map<String, Weight> tokens, String token, Weight weight) {
        tokens.merge(token, weight, (known, more) -> known.compareTo(more) <= 0 ? known : more);
    }

    private static void writeAttachments(Connection connection, Map<Long, NoticeRecord> notices) throws SQLException {
        try (var delete = connection.prepareStatement("delete from food_safety_attachment where notice_id = any(?)")) {
            delete.setArray(
                    1, connection.createArrayOf("bigint", notices.keySet().toArray()));
            delete.executeUpdate();
        }
        try (var insert = connection.prepareStatement("insert into food_safety_attachment (notice_id, seq_no, name,"
                + " media_type, content) values (?, ?, ?, ?, ?)")) {
            for (var notice : notices.entrySet()) {
                int number = 0;
                for (var attachment : notice.getValue().attachments()) {
                    insert.setLong(1, notice.getKey());
                    insert.setInt(2, ++number);
                    insert.setString(3, attachment.name());
                    insert.setString(4, attachment.mediaType());
                    insert.setBytes(5, attachment.content());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
