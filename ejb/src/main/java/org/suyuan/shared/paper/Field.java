package org.suyuan.shared.paper;

/**
 * A labelled line of a paper.
 *
 * @param value null when nobody knows it yet: printed as a blank to fill in by hand
 * @param roomy its blank is as large as a few sentences need
 */
public record Field(String label, String value, boolean roomy) {

    /** What a paper shows for a value that is not known. */
    public static final String BLANK = "________";

    public Field(String label, String value) {
        this(label, value, false);
    }

    public static Field blank(String label) {
        return new Field(label, null);
    }

    public static Field roomyBlank(String label) {
        return new Field(label, null, true);
    }

    /** What is printed. */
    public String shown() {
        return isBlank() ? BLANK : value;
    }

    /** On one line, with its label. */
    String line() {
        return label + "：" + shown();
    }

    boolean isBlank() {
        return value == null || value.isBlank();
    }
}
