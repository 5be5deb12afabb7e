package org.suyuan.foodsafety;

import static java.util.function.Predicate.not;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suyuan.foodsafety.Wanted.All;
import org.suyuan.foodsafety.Wanted.Any;

/**
 * What somebody typed, understood as clauses, one for each name, day or other word. A clause is met by one of its
 * alternatives: names that mean the same, a day in whatever way it is written. Text in quotation marks must stand so in the
 * notice.
 *
 * @param clauses none when nothing was typed
 * @param days the one year or month that was typed; else any day
 * @param number what was typed as the number of a document, or null when it can be none
 * @param phrases in lower case
 * @param typed all of it in lower case
 */
record TextQuery(List<Clause> clauses, Stretch days, String number, List<String> phrases, String typed) {

    static final TextQuery NOTHING = new TextQuery(List.of(), Stretch.EVER, null, List.of(), "");

    private static final int SHORTEST_NUMBER = 3;
    private static final int SHORTEST_PREFIX = 3;
    private static final Pattern QUOTED = Pattern.compile("[\"“”„]([^\"“”„]+)[\"“”„]");
    private static final Pattern PIECE = Pattern.compile("\\p{IsHan}+|[^\\p{IsHan}\\s]+");
    private static final int LONGEST_PIECE = 4;
    private static final int MOST_TRIED = 8;

    /** @param prefix true when words that begin so will do */
    record Word(String token, boolean prefix) {

        static Word exactly(String token) {
            return new Word(token, false);
        }

        boolean matches(String other) {
            return prefix ? other.startsWith(token) : other.equals(token);
        }

        private Word widened() {
            return new Word(
                    token,
                    token.length() >= SHORTEST_PREFIX
                            && token.codePoints().noneMatch(Character::isIdeographic)
                            && !token.codePoints().allMatch(Character::isDigit));
        }
    }

    /**
     * One thing that is asked for.
     *
     * @param alternatives all words of one of them must be there
     * @param literal the words that were typed: notices that have these fit better than those that say it otherwise; with
     *     too few hits they are an alternative, too
     */
    record Clause(List<List<Word>> alternatives, List<Word> literal) {

        /** Without alternatives that only ask for more words than another one. */
        private Wanted wanted() {
            return new Any(alternatives.stream()
                    .filter(words -> alternatives.stream()
                            .noneMatch(other -> other.size() < words.size() && words.containsAll(other)))
                    .map(Wanted::all)
                    .toList());
        }

        private Clause widened() {
            var wide = literal.stream().map(Word::widened).toList();
            return alternatives.contains(wide)
                    ? this
                    : new Clause(
                            Stream.concat(alternatives.stream(), Stream.of(wide))
                                    .toList(),
                            literal);
        }
    }

    static TextQuery of(String text, Vocabulary vocabulary) {
        var typed = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (typed.isEmpty()) {
            return NOTHING;
        }
        var clauses = new ArrayList<Clause>();
        var phrases = new ArrayList<String>();
        var unquoted = QUOTED.matcher(typed).replaceAll(quoted -> {
            phrases.add(quoted.group(1).strip().toLowerCase(Locale.ROOT));
            clauses.add(clause(Stream.of(), words(quoted.group(1))));
            return " ";
        });
        var days = TypedDays.in(unquoted);
        for (var day : days.found()) {
            var tokens = day.tokens().stream().map(token -> List.of(Word.exactly(token)));
            clauses.add(
                    day.isPrecise()
                            ? new Clause(tokens.toList(), words(day.text()))
                            : clause(tokens, words(day.text())));
        }
        var names = vocabulary.synonymsIn(days.rest());
        for (var name : names.found()) {
            clauses.add(clause(name.synonyms().stream().map(TextQuery::words), words(name.typed())));
        }
        pieces(names.rest()).forEach(piece -> clauses.add(clause(Stream.of(), words(piece))));
        clauses.removeIf(clause -> clause.alternatives().isEmpty());
        var plain = Tokens.plain(typed);
        var number = plain.length() >= SHORTEST_NUMBER && plain.chars().anyMatch(Character::isDigit) ? plain : null;
        var time = days.found().size() == 1 ? days.found().get(0).stretch() : Stretch.EVER;
        return new TextQuery(
                clauses.stream().distinct().toList(), time, number, phrases, typed.toLowerCase(Locale.ROOT));
    }

    private static Clause clause(Stream<List<Word>> others, List<Word> literal) {
        return new Clause(
                Stream.concat(Stream.of(literal), others)
                        .filter(not(List::isEmpty))
                        .distinct()
                        .toList(),
                literal);
    }

    /** Long runs of Chinese in overlapping parts, since nothing tells where a word ends. */
    private static Stream<String> pieces(String text) {
        return PIECE.matcher(text).results().flatMap(piece -> {
            var characters = piece.group().codePoints().toArray();
            return characters.length > LONGEST_PIECE && Character.isIdeographic(characters[0])
                    ? Stream.iterate(0, at -> at + 1 < characters.length, at -> at + LONGEST_PIECE - 1)
                            .map(at -> new String(characters, at, Math.min(LONGEST_PIECE, characters.length - at)))
                    : Stream.of(piece.group());
        });
    }

    /** All clauses. */
    Wanted all() {
        return new All(clauses.stream().map(Clause::wanted).toList());
    }

    /** All of the first clauses but so many, in any of the ways there are. */
    Wanted allBut(int missing) {
        var counted = clauses.stream().limit(MOST_TRIED).map(Clause::wanted).toList();
        return new Any(ways(counted, Math.max(1, counted.size() - missing)));
    }

    /** All of so many of these. */
    private static List<Wanted> ways(List<Wanted> from, int many) {
        if (many == 1) {
            return from;
        }
        var ways = new ArrayList<Wanted>();
        for (int i = 0; i + many <= from.size(); i++) {
            for (var way : ways(from.subList(i + 1, from.size()), many - 1)) {
                ways.add(new All(List.of(from.get(i), way)));
            }
        }
        return ways;
    }

    /** This query with words that only begin so. */
    TextQuery widened() {
        return new TextQuery(clauses.stream().map(Clause::widened).toList(), days, number, phrases, typed);
    }

    boolean isEmpty() {
        return typed.isEmpty();
    }

    /** False when what was typed holds nothing to search for, such as a lone full stop. */
    boolean isSearchable() {
        return !clauses.isEmpty() || number != null;
    }

    /** All words that count for the order of hits. */
    Set<Word> words() {
        return clauses.stream()
                .flatMap(clause -> clause.alternatives().stream())
                .flatMap(List::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The words that were typed. */
    Set<Word> literal() {
        return clauses.stream()
                .flatMap(clause -> clause.literal().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The words of a condition, or words that begin so. */
    static Wanted condition(String text) {
        return Wanted.all(words(text).stream().map(Word::widened).toList());
    }

    private static List<Word> words(String text) {
        return Tokens.asked(text).stream()
                .map(token -> Word.exactly(token.text()))
                .distinct()
                .toList();
    }
}
