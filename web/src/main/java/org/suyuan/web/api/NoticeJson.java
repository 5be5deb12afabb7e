package org.suyuan.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.suyuan.foodsafety.Facet;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.Notice;
import org.suyuan.foodsafety.NoticeDetail;
import org.suyuan.foodsafety.NoticeField;
import org.suyuan.foodsafety.NoticeHits;
import org.suyuan.foodsafety.Vocabulary;
import org.suyuan.web.info.NoticeRequest;

/** Notices as JSON: fields as the messages call them, codes with their names in both languages. */
@ApplicationScoped
class NoticeJson {

    @Inject
    private Vocabulary vocabulary;

    @Inject
    private Addresses addresses;

    String list(NoticeRequest wanted, NoticeHits hits, int page, int size, Optional<Instant> asOf) {
        var list = Json.createObjectBuilder()
                .add("category", wanted.category().path())
                .add("count", hits.count())
                .add("more", hits.more())
                .add("page", page)
                .add("size", size);
        asOf.ifPresent(time -> list.add("asOf", time.toString()));
        addresses.others(wanted, "", hits, page, size).forEach(list::add);
        var facets = Json.createObjectBuilder();
        hits.facets().forEach((facet, values) -> {
            var counts = Json.createArrayBuilder();
            values.forEach(value -> counts.add(coded(facet, value.value()).add("count", value.count())));
            facets.add(facet.parameter(), counts);
        });
        var notices = Json.createArrayBuilder();
        hits.page().forEach(notice -> notices.add(summary(notice)));
        return list.add("facets", facets).add("notices", notices).build().toString();
    }

    String detail(NoticeDetail detail) {
        var notice = detail.notice();
        var json = summary(notice);
        if (notice.get(NoticeField.BODY) != null) {
            json.add(NoticeField.BODY.element(), notice.get(NoticeField.BODY));
        }
        var files = Json.createArrayBuilder();
        detail.files()
                .forEach(file -> files.add(Json.createObjectBuilder()
                        .add("name", file.name())
                        .add("mediaType", file.mediaType())
                        .add("size", file.size())
                        .add("address", addresses.file(notice, file.number()))));
        var earlier = Json.createArrayBuilder();
        detail.earlier().forEach(version -> {
            var state = Json.createObjectBuilder()
                    .add("revision", version.revision())
                    .add("asOf", version.messageTime().toString())
                    .add("withdrawn", version.withdrawn());
            values(state, notice.category(), version.values());
            earlier.add(state);
        });
        return json.add("files", files).add("earlier", earlier).build().toString();
    }

    private JsonObjectBuilder summary(Notice notice) {
        var json = Json.createObjectBuilder()
                .add("id", notice.id())
                .add("category", notice.category().path())
                .add("source", coded(Facet.SOURCE, notice.source()))
                .add("originId", notice.originId())
                .add("withdrawn", notice.withdrawn())
                .add("revision", notice.revision())
                .add("asOf", notice.messageTime().toString())
                .add("address", addresses.page(notice))
                .add("data", addresses.data(notice));
        values(json, notice.category(), notice.values());
        return json;
    }

    /** All fields but the running text. */
    private void values(JsonObjectBuilder json, InfoCategory category, Map<NoticeField, String> values) {
        for (var field : NoticeField.of(category)) {
            var value = values.get(field);
            if (value != null && field != NoticeField.BODY) {
                if (field.kind() == NoticeField.Kind.LIST) {
                    json.add(field.element(), coded(Facet.valueOf(field.name()), List.of(value.split(";"))));
                } else {
                    json.add(field.element(), value);
                }
            }
        }
    }

    private JsonArrayBuilder coded(Facet facet, List<String> codes) {
        var array = Json.createArrayBuilder();
        codes.forEach(code -> array.add(coded(facet, code)));
        return array;
    }

    private JsonObjectBuilder coded(Facet facet, String code) {
        return Json.createObjectBuilder()
                .add("code", code)
                .add("zh", vocabulary.name(facet, code, Locale.SIMPLIFIED_CHINESE))
                .add("en", vocabulary.name(facet, code, Locale.ENGLISH));
    }
}
