package org.suyuan.foodsafety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.suyuan.foodsafety.TextQuery.Word;
import org.suyuan.foodsafety.Tokens.Token;

/** Marks in a text what it was found by, and cuts the part out of a long one that shows it best. */
public final class Highlights {

    private static final int BEFORE = 40;
    private static final int LENGTH = 200;

    private static final int GAP = 2;

    private final List<List<Word>> wanted;

    Highlights(TextQuery text) {
        wanted = text.clauses().stream()
                .flatMap(clause -> clause.alternatives().stream())
                .distinct()
                .toList();
    }

    /** A piece of a text. */
    public record Piece(String text, boolean hit) {}

    private record Span(int start, int end) {}

    /** The whole text in pieces. */
    public List<Piece> in(String text) {
        return text == null ? List.of() : pieces(text, spans(text), 0, text.length());
    }

    /** Some two lines around the first place that was hit; nothing when none was. */
    public List<Piece> excerpt(String text) {
        var spans = text == null ? List.<Span>of() : spans(text);
        if (spans.isEmpty()) {
            return List.of();
        }
        int start = Math.max(0, densest(spans) - BEFORE);
        int end = Math.min(text.length(), start + LENGTH);
        if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
            start--;
        }
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end++;
        }
        var pieces = new ArrayList<Piece>();
        if (start > 0) {
            pieces.add(new Piece("…", false));
        }
        pieces.addAll(pieces(text, spans, start, end));
        if (end < text.length()) {
            pieces.add(new Piece("…", false));
        }
        return pieces;
    }

    /** Where most hits follow within one excerpt: the place to show. */
    private static int densest(List<Span> spans) {
        int best = 0;
        int most = 0;
        int last = 0;
        for (int first = 0; first < spans.size(); first++) {
            while (last < spans.size()
                    && spans.get(last).end() <= spans.get(first).start() + LENGTH - BEFORE) {
                last++;
            }
            int length = 0;
            for (int i = first; i < Math.min(last, first + 20); i++) {
                length += spans.get(i).end() - spans.get(i).start();
            }
            if (length > most) {
                most = length;
                best = first;
            }
        }
        return spans.get(best).start();
    }

    private List<Span> spans(String text) {
        var tokens = wanted.isEmpty() ? List.<Token>of() : Tokens.stored(text);
        var found = new ArrayList<Span>();
        for (var words : wanted) {
            var together = together(words, tokens);
            found.addAll(together.isEmpty() ? apart(words, tokens) : together);
        }
        found.sort(Comparator.comparingInt(Span::start));
        var spans = new ArrayList<Span>();
        for (var span : found) {
            var last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && span.start() <= last.end()) {
                spans.set(spans.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                spans.add(span);
            }
        }
        return spans;
    }

    /** Where the words follow each other. */
    private static List<Span> together(List<Word> words, List<Token> tokens) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < tokens.size(); i++) {
            if (words.get(0).matches(tokens.get(i).text())) {
                int end = end(words, tokens, i);
                if (end > 0) {
                    spans.add(new Span(tokens.get(i).start(), end));
                }
            }
        }
        return spans;
    }

    /** Where the last word ends when the first is this token and the others follow; else 0. */
    private static int end(List<Word> words, List<Token> tokens, int first) {
        var last = tokens.get(first);
        int at = first;
        for (var word : words.subList(1, words.size())) {
            Token next = null;
            while (next == null && ++at < tokens.size() && tokens.get(at).start() <= last.end() + GAP) {
                var token = tokens.get(at);
                next = token.start() > last.start() && word.matches(token.text()) ? token : null;
            }
            if (next == null) {
                return 0;
            }
            last = next;
        }
        return last.end();
    }

    /** Each of the words, when all are there. */
    private static List<Span> apart(List<Word> words, List<Token> tokens) {
        var found = tokens.stream()
                .filter(token -> words.stream().anyMatch(word -> word.matches(token.text())))
                .toList();
        return words.stream().allMatch(word -> found.stream().anyMatch(token -> word.matches(token.text())))
                ? found.stream()
                        .map(token -> new Span(token.start(), token.end()))
                        .toList()
                : List.of();
    }

    private static List<Piece> pieces(String text, List<Span> spans, int from, int to) {
        var pieces = new ArrayList<Piece>();
        int at = from;
        for (var span : spans) {
            int start = Math.max(span.start(), at);
            int end = Math.min(span.end(), to);
            if (start < end) {
                if (start > at) {
                    pieces.add(new Piece(text.substring(at, start), false));
                }
                pieces.add(new Piece(text.substring(start, end), true));
                at = end;
            }
        }
        if (at < to) {
            pieces.add(new Piece(text.substring(at, to), false));
        }
        return pieces;
    }
}
