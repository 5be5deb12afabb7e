package org.suyuan.foodsafety;

/** How much it counts that a word is found in this part of a notice. */
enum Weight {
    /** title, numbers */
    TITLE('A', 10),
    /** what is wrong with which product */
    MATTER('B', 4),
    /** anything else that is known about it */
    FACT('C', 2),
    /** running text */
    TEXT('D', 1);

    private final char label;
    private final int points;

    Weight(char label, int points) {
        this.label = label;
        this.points = points;
    }

    /** PostgreSQL's name of it. */
    char label() {
        return label;
    }

    int points() {
        return points;
    }
}
