package org.suyuan.foodsafety;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.suyuan.foodsafety.TextQuery.Word;

/** Marks in a text what it was found by, and cuts the part out of a long one that shows it best. */
public final class Highlights {

    private static final int BEFORE = 40;
    private static final int LENGTH = 200;

    private final Collection<Word> words;

    Highlights(Collection<Word> words) {
        this.words = words;
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
        var spans = new ArrayList<Span>();
        if (words.isEmpty()) {
            return spans;
        }
        for (var token : Tokens.stored(text)) {
            if (words.stream().anyMatch(word -> word.matches(token.text()))) {
                var last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
                if (last != null && token.start() <= last.end() && token.start() >= last.start()) {
                    spans.set(spans.size() - 1, new Span(last.start(), Math.max(last.end(), token.end())));
                } else if (last == null || token.start() > last.end()) {
                    spans.add(new Span(token.start(), token.end()));
                }
            }
        }
        return spans;
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
