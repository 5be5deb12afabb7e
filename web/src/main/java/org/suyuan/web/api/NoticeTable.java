package org.suyuan.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suyuan.foodsafety.Facet;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.Notice;
import org.suyuan.foodsafety.NoticeField;
import org.suyuan.foodsafety.NoticeSearch;
import org.suyuan.foodsafety.Vocabulary;
import org.suyuan.shared.table.CsvText;

/** Notices as a table that spreadsheets open, with names in the place of codes and without the running texts. */
@ApplicationScoped
class NoticeTable {

    private static final int AT_ONCE = 100;

    @Inject
    private NoticeSearch search;

    @Inject
    private Vocabulary vocabulary;

    @Inject
    private Addresses addresses;

    /** Writes while it reads, so that a large table needs no memory. */
    void write(InfoCategory category, List<Long> ids, Locale language, OutputStream out) throws IOException {
        var fields = NoticeField.of(category).stream()
                .filter(field -> field != NoticeField.BODY)
                .toList();
        var table = CsvText.begin(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var header = new ArrayList<String>();
        Stream.of("source", "originId", "withdrawn", "asOf")
                .forEach(column -> header.add(String.join(".", "infoText", column)));
        fields.forEach(field -> header.add(String.join(".", "infoText", "field", field.name())));
        header.add("infoText.address");
        table.writeRecord(header.stream().map(key -> Words.of(language, key)).toList());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            for (var notice : search.read(ids.subList(from, Math.min(from + AT_ONCE, ids.size())))) {
                table.writeRecord(row(notice, fields, language));
            }
        }
        table.flush();
    }

    private List<String> row(Notice notice, List<NoticeField> fields, Locale language) {
        var row = new ArrayList<String>();
        row.add(vocabulary.authority(notice.source(), language));
        row.add(notice.originId());
        row.add(notice.withdrawn() ? Words.of(language, "infoText.withdrawn") : "");
        row.add(notice.messageTime().toString());
        fields.forEach(field -> row.add(worded(field, notice.get(field), language)));
        row.add(addresses.page(notice));
        return row.stream().map(CsvText::harmless).toList();
    }

    private String worded(NoticeField field, String value, Locale language) {
        if (value == null) {
            return null;
        }
        return switch (field.kind()) {
            case LIST ->
                Stream.of(value.split(";"))
                        .map(code -> vocabulary.name(Facet.valueOf(field.name()), code, language))
                        .collect(Collectors.joining("; "));
            case VALIDITY -> Words.of(language, String.join(".", "infoText", "validity", value));
            default -> value;
        };
    }
}
