package org.suyuan.shared.paper;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An official paper: its title, what stands on top of each page, its sections, which are numbered 一、二、三, and the lines to
 * sign.
 *
 * @param mark stands below the title, or null
 * @param author who makes the paper
 */
public record Paper(
        String title, String mark, String author, List<Field> header, List<Section> sections, List<Field> signature) {

    static final String BETWEEN_FIELDS = "　";

    private static final String NUMERALS = "一二三四五六七八九十";

    /** A numbered section. */
    public record Section(String title, List<Part> parts) {

        public Section(String title, Part... parts) {
            this(title, List.of(parts));
        }
    }

    /** What a section is made of. */
    public sealed interface Part permits Fields, Grid, Words {}

    /** Labelled values, one below the other. */
    public record Fields(List<Field> fields) implements Part {

        public Fields(Field... fields) {
            this(List.of(fields));
        }
    }

    /**
     * A table.
     *
     * @param widths of the columns, in relation to each other
     */
    public record Grid(String caption, List<String> header, List<Integer> widths, List<List<String>> rows)
            implements Part {}

    /** A paragraph. */
    public record Words(String text) implements Part {}

    String heading(int section) {
        return NUMERALS.charAt(section) + "、" + sections.get(section).title();
    }

    String headerLine() {
        return header.stream().map(Field::line).collect(Collectors.joining(BETWEEN_FIELDS));
    }
}
