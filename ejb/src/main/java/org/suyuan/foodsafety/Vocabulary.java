package org.suyuan.foodsafety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.suyuan.reference.CodeTable;
import org.suyuan.reference.CodeTables;
import org.suyuan.shared.BusinessTime;

/**
 * The words of food safety in both languages: authorities, kinds of food, hazards and their groups, countries. They stand
 * in code tables, so that customs can add to them by message; a name there may be several, separated by ';', the first of
 * which is shown. Names of one code mean the same to a search.
 */
@ApplicationScoped
public class Vocabulary {

    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();
    private static final List<CodeTable> TABLES = List.of(
            CodeTable.HAZARD,
            CodeTable.HAZARD_GROUP,
            CodeTable.FOOD_CATEGORY,
            CodeTable.COUNTRY,
            CodeTable.AUTHORITY,
            CodeTable.SYNONYM);

    /** Tables whose Chinese names are also known by their beginning: 李斯特 is 李斯特菌. */
    private static final Set<CodeTable> ABBREVIATED = EnumSet.of(CodeTable.HAZARD, CodeTable.SYNONYM);

    private static final int SHORTEST_BEGINNING = 3;

    /** A name in a text as it was typed, and all that mean the same. */
    record Name(String typed, Set<String> synonyms) {}

    /** @param rest the text without the names found */
    record Understood(List<Name> found, String rest) {}

    private record Words(
            long readAt, Map<CodeTable, Map<String, String>> codesByName, Map<String, Set<String>> synonyms) {}

    @Inject
    private CodeTables codeTables;

    @Inject
    private BusinessTime time;

    private volatile Words words;

    /** The code that a source's word stands for; the word itself when nobody knows it. */
    String code(CodeTable table, String word) {
        var text = word.strip();
        return words().codesByName().getOrDefault(table, Map.of()).getOrDefault(folded(text), text);
    }

    /** The value that stands for what somebody calls it; the text itself when nobody knows it. */
    public String value(Facet facet, String word) {
        return facet.table() == null ? word : code(facet.table(), word);
    }

    /** How a value of a facet is called; unknown ones by themselves. */
    public String name(Facet facet, String value, Locale locale) {
        return facet.table() == null ? value : name(facet.table(), value, locale);
    }

    public String authority(String source, Locale locale) {
        return name(CodeTable.AUTHORITY, source, locale);
    }

    private String name(CodeTable table, String code, Locale locale) {
        return codeTables.name(table, code, time.today(), locale).split(";", 2)[0];
    }

    /** All names of a code, in both languages. */
    Stream<String> names(CodeTable table, String code) {
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .map(locale -> codeTables.name(table, code, time.today(), locale))
                .flatMap(names -> Stream.of(names.split(";")));
    }

    /** Finds the names in a text, longest first. Latin ones must be whole words. Each means one thing, in all its names. */
    Understood synonymsIn(String text) {
        var found = new ArrayList<Name>();
        var rest = folded(text);
        for (var synonym : words().synonyms().entrySet()) {
            var name = synonym.getKey();
            int at = rest.indexOf(name);
            while (at >= 0 && !isWhole(rest, at, at + name.length())) {
                at = rest.indexOf(name, at + 1);
            }
            if (at >= 0) {
                found.add(new Name(name, synonym.getValue()));
                rest = rest.substring(0, at) + " " + rest.substring(at + name.length());
            }
        }
        return new Understood(found, rest);
    }

    /** A single character means a name only when it stands alone: 铅 does, 铅笔 is none. */
    private static boolean isWhole(String text, int start, int end) {
        boolean alone = end - start == 1;
        return (start == 0 || !runsOn(text.charAt(start - 1), text.charAt(start), alone))
                && (end == text.length() || !runsOn(text.charAt(end - 1), text.charAt(end), alone));
    }

    private static boolean runsOn(char before, char after, boolean alone) {
        return alone
                ? Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after)
                : isLatin(before) && isLatin(after);
    }

    private static boolean isLatin(char c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
    }

    private Words words() {
        var current = words;
        if (current == null || System.nanoTime() - current.readAt() > FRESH_NANOS) {
            current = read();
            words = current;
        }
        return current;
    }

    private Words read() {
        var codes = new EnumMap<CodeTable, Map<String, String>>(CodeTable.class);
        var synonyms = new TreeMap<String, Set<String>>(
                Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (var table : TABLES) {
            var names = new HashMap<String, Set<String>>();
            for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                for (var entry : codeTables.list(table, time.today(), locale)) {
                    var all = names.computeIfAbsent(entry.code(), code -> new LinkedHashSet<>());
                    Stream.of(entry.name().split(";")).map(String::strip).forEach(all::add);
                }
            }
            var byName = codes.computeIfAbsent(table, t -> new HashMap<>());
            names.forEach((code, all) -> all.forEach(name -> {
                byName.put(folded(name), code);
                wordings(table, folded(name))
                        .forEach(wording -> synonyms.computeIfAbsent(wording, n -> new LinkedHashSet<>())
                                .addAll(all));
            }));
        }
        return new Words(System.nanoTime(), codes, synonyms);
    }

    /** How people write a name: whole, or its beginning. */
    private static Stream<String> wordings(CodeTable table, String name) {
        boolean isChinese = name.codePoints().allMatch(Character::isIdeographic);
        if (name.length() == 1 && !isChinese) {
            return Stream.of();
        }
        return isChinese && ABBREVIATED.contains(table)
                ? IntStream.rangeClosed(Math.min(SHORTEST_BEGINNING, name.length()), name.length())
                        .mapToObj(length -> name.substring(0, length))
                : Stream.of(name);
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
