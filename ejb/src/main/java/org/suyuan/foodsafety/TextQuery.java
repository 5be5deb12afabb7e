package org.suyuan.foodsafety;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody typed, understood: every clause must be met, by one of its alternatives; all words of an alternative must
 * be there. Names that mean the same are alternatives, and a day is found in whatever way it is written. Text in quotation
 * marks must stand so in the notice.
 *
 * @param clauses none when nothing was typed
 * @param number what was typed as the number of a document, or null when it can be none
 * @param phrases in lower case
 * @param typed all of it in lower case
 */
record TextQuery(List<Clause> clauses, String number, List<String> phrases, String typed) {

    static final TextQuery NOTHING = new TextQuery(List.of(), null, List.of(), "");

    private static final int SHORTEST_PREFIX = 3;
    private static final Pattern QUOTED = Pattern.compile("[\"“”„]([^\"“”„]+)[\"“”„]");
    private static final Pattern DAY = Pattern.compile(
            "(?<![0-9.])(19\\d\\d|20\\d\\d)[-/.年](0?[1-9]|1[0-2])(?:[-/.月](0?[1-9]|[12]\\d|3[01])日?|月)?(?![0-9])");

    /** @param prefix true when words that begin so will do */
    record Word(String token, boolean prefix) {

        static Word exactly(String token) {
            return new Word(token, false);
        }

        boolean matches(String other) {
            return prefix ? other.startsWith(token) : other.equals(token);
        }
    }

    record Clause(List<List<Word>> alternatives) {}

    static TextQuery of(String text, Vocabulary vocabulary) {
        var typed = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (typed.isEmpty()) {
            return NOTHING;
        }
        var clauses = new ArrayList<Clause>();
        var phrases = new ArrayList<String>();
        var rest = typed;
        for (var quoted : QUOTED.matcher(typed).results().toList()) {
            phrases.add(quoted.group(1).strip().toLowerCase(Locale.ROOT));
            words(quoted.group(1), false).forEach(word -> clauses.add(new Clause(List.of(List.of(word)))));
            rest = rest.replace(quoted.group(), " ");
        }
        for (var day : DAY.matcher(rest).results().toList()) {
            var token = day.group(3) == null
                    ? Published.monthToken(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)))
                    : Published.dayToken(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3)));
            clauses.add(new Clause(List.of(List.of(Word.exactly(token)), words(day.group(), false))));
            rest = rest.replace(day.group(), " ");
        }
        var understood = vocabulary.synonymsIn(rest);
        understood
                .groups()
                .forEach(names -> clauses.add(new Clause(names.stream()
                        .map(name -> words(name, false))
                        .filter(words -> !words.isEmpty())
                        .toList())));
        words(understood.rest(), true).forEach(word -> clauses.add(new Clause(List.of(List.of(word)))));
        clauses.removeIf(clause -> clause.alternatives().isEmpty());
        var plain = Tokens.plain(typed);
        var number = plain.length() >= SHORTEST_PREFIX && plain.chars().anyMatch(Character::isDigit) ? plain : null;
        return new TextQuery(List.copyOf(clauses), number, phrases, typed.toLowerCase(Locale.ROOT));
    }

    boolean isEmpty() {
        return typed.isEmpty();
    }

    /** False when what was typed holds nothing to search for, such as a lone full stop. */
    boolean isSearchable() {
        return !clauses.isEmpty() || number != null;
    }

    /** All words that count for the order of hits and are marked in them. */
    Set<Word> words() {
        return clauses.stream()
                .flatMap(clause -> clause.alternatives().stream())
                .flatMap(List::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** This and further clauses, which count for nothing but must be met. */
    static Clause all(Stream<Word> words) {
        return new Clause(List.of(words.toList()));
    }

    static List<Word> words(String text, boolean prefixes) {
        return Tokens.asked(text).stream()
                .map(token -> new Word(
                        token.text(), prefixes && !token.isHan() && token.text().length() >= SHORTEST_PREFIX))
                .distinct()
                .toList();
    }
}
