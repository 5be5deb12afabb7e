package org.suyuan.foodsafety;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.suyuan.foodsafety.NoticeField.Kind;
import org.suyuan.foodsafety.TextQuery.Word;
import org.suyuan.foodsafety.Timelines.Timeline;
import org.suyuan.foodsafety.Wanted.All;
import org.suyuan.foodsafety.Wanted.Has;

/**
 * One search for the newest notices of a query: settles how its text is to be read, and goes from the newest notices to
 * older ones until there are enough hits.
 *
 * @param timeline empty when the category may be searched whole
 */
record NoticeHunt(Connection connection, NoticeIndex index, Optional<Timeline> timeline, TextQuery text) {

    private static final int FIT_OF_NUMBER = 10_000;
    private static final int MOST_AT_ONCE = 2_500;
    private static final int FEW = 500;
    private static final int FASTEST = 8;
    private static final double GENEROUS = 1.5;
    private static final String PHRASED = Stream.of(NoticeField.values())
            .filter(field -> field.weight() != null && field.kind() != Kind.DAY)
            .map(field -> "n." + field.column())
            .collect(joining(", "));

    /** The hits of a query by the strictest reading that finds something. */
    record Found(Reading reading, Shortlist hits) {}

    /** @param most hits that are kept; @param enough after which no older ones are looked for */
    Found find(NoticeQuery query, int most, int enough) throws SQLException {
        var readings = Reading.of(text);
        if (!text.isEmpty()) {
            for (var reading : readings) {
                var hits = query.isNarrowed()
                        ? hits(query.textAlone().byDay(), reading, reading.enough(), reading.enough())
                        : hits(query, reading, most, enough);
                if (hits.size() >= reading.enough()) {
                    return new Found(reading, query.isNarrowed() ? hits(query, reading, most, enough) : hits);
                }
            }
        }
        return new Found(readings.get(0), hits(query, readings.get(0), most, enough));
    }

    /** What has the number comes first, however old it is; then the newest of what has the words. */
    private Shortlist hits(NoticeQuery query, Reading reading, int most, int enough) throws SQLException {
        var hits = new Shortlist(connection, index, most, enough);
        var others = others(query, reading.text());
        var narrowing = narrowing(query);
        if (reading.number() != null) {
            hits.addNewest(where(with(narrowing, reading.number()), query.days(), others), Sql.of(FIT_OF_NUMBER + ""));
        }
        if (reading.words() != null || reading.number() == null) {
            var wanted = reading.words() == null ? narrowing : with(narrowing, reading.words());
            var fit = reading.words() == null || query.newestFirst() ? Sql.of("0") : fit(reading.text());
            if (timeline.isPresent()) {
                addInParts(hits, wanted, others, fit, query.days());
            } else {
                hits.addNewest(where(wanted, query.days(), others), fit);
            }
        }
        return hits;
    }

    private Sql where(List<Wanted> wanted, Stretch days, Sql others) {
        return index.having(new All(wanted)).then(days.condition()).then(others);
    }

    /**
     * All at once when they seem to be few; else from the newest on, in parts as long as may hold enough. How many there were
     * in one part tells how long the next one should be.
     */
    private void addInParts(Shortlist hits, List<Wanted> all, Sql others, Sql fit, Stretch days) throws SQLException {
        var words = timeline.get().words();
        var category = all.get(0); // a condition of the table, too, and in the index as long as the category itself
        var telling = all.size() > 1 && words.isCommon(category) ? all.subList(1, all.size()) : all;
        var wanted = List.of(words.withoutNeedlessPrefixes(new All(telling)));
        var most = timeline.get().most();
        var ever = days.within(new Stretch(null, most.before()));
        double likely = Math.max(1, words.likely(new All(telling)));
        if (likely <= MOST_AT_ONCE) {
            long tooMany = Math.min(MOST_AT_ONCE, Math.round(2 * likely) + FEW);
            if (hits.addAll(where(wanted, ever, others), fit, tooMany)) {
                return;
            }
            likely = 2 * tooMany;
        }
        if (!text.days().equals(Stretch.EVER)) {
            var typed = ever.within(text.days());
            addNewest(hits, wanted, others, fit, typed, typed.within(most).days() / likely);
        }
        addNewest(hits, wanted, others, fit, ever, most.days() / likely);
    }

    /** @param sparse in how many days there seems to be one */
    private void addNewest(Shortlist hits, List<Wanted> wanted, Sql others, Sql fit, Stretch days, double sparse)
            throws SQLException {
        var most = timeline.get().most();
        var left = days;
        long length = Math.round(GENEROUS * sparse * hits.missing());
        while (!left.isEmpty()) {
            if (hits.isEnough()) {
                hits.cut();
                return;
            }
            var part = length < left.within(most).days() ? left.last(length) : left;
            int before = hits.size();
            hits.addNewest(where(with(wanted, part.tokens()), part, others), fit);
            if (part.from() == null) {
                return;
            }
            left = left.before(part);
            int found = Math.max(1, hits.size() - before);
            length = Math.round(part.days() * Math.max(1, Math.min(FASTEST, GENEROUS * hits.missing() / found)));
        }
    }

    private static List<Wanted> with(List<Wanted> wanted, Wanted more) {
        return with(wanted, List.of(more));
    }

    private static List<Wanted> with(List<Wanted> wanted, List<Wanted> more) {
        return Stream.concat(wanted.stream(), more.stream()).toList();
    }

    /** By what the index narrows hits down. */
    private static List<Wanted> narrowing(NoticeQuery query) {
        var narrowing = new ArrayList<Wanted>();
        narrowing.add(Wanted.has(NoticeImport.categoryToken(query.category())));
        query.facets()
                .forEach((facet, value) -> narrowing.add(
                        facet == Facet.REASON ? TextQuery.condition(value) : Wanted.has(facet.token(value))));
        query.conditions()
                .forEach((field, value) -> narrowing.add(
                        field.kind() == Kind.DIGITS
                                ? new Has(new Word(NoticeImport.numberToken(value), true))
                                : TextQuery.condition(value)));
        return narrowing;
    }

    /** What the index cannot tell. */
    private static Sql others(NoticeQuery query, TextQuery text) {
        var others = Sql.of(
                        " and n.category = ? and n.title is not null",
                        query.category().name())
                .then(query.effective().within(NoticeField.EFFECTIVE_ON));
        if (query.facets().containsKey(Facet.REASON)) { // no word of the index: its own words lead near it
            others = others.then(Sql.of(" and n.reason = ?", query.facets().get(Facet.REASON)));
        }
        for (var condition : query.conditions().entrySet()) {
            others = others.then(" and ").then(contains(condition.getKey(), condition.getValue()));
        }
        for (var phrase : text.phrases()) {
            others = others.then(Sql.of(
                    " and lower(concat_ws(' ', " + PHRASED + ")) like ? escape '!'", "%" + escaped(phrase) + "%"));
        }
        return others;
    }

    private static Sql contains(NoticeField field, String value) {
        var column = "n." + field.column();
        return switch (field.kind()) {
            case DIGITS -> Sql.of(column + " like ? escape '!'", escaped(value) + "%");
            case VALIDITY -> Sql.of(column + " = ?", value);
            default ->
                Sql.of("lower(" + column + ") like ? escape '!'", "%" + escaped(value.toLowerCase(Locale.ROOT)) + "%");
        };
    }

    private static String escaped(String text) {
        return text.replaceAll("[!%_]", "!$0");
    }

    /** The words that it has, those that were typed twice, and how much of its title was typed. */
    private Sql fit(TextQuery text) {
        return index.points(text.words())
                .then(" + ")
                .then(index.points(text.literal()))
                .then(Sql.of(
                        " + case when lower(n.title) like ? escape '!' then 10.0 * ? / length(n.title) else 0 end",
                        "%" + escaped(text.typed()) + "%",
                        text.typed().length()));
    }
}
