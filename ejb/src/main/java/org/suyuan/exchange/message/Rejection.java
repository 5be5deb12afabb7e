package org.suyuan.exchange.message;

/**
 * Why a record was not taken.
 *
 * @param number of the record within its file, counted from 1
 * @param line line of the file on which the record begins
 * @param key business key of the record as far as it can be read, or null
 * @param code kind of mistake, listed in {@code docs/exchange.md}
 * @param reason what is wrong, in a sentence for the people who sent it
 */
public record Rejection(long number, int line, String key, Code code, String reason, String raw) {

    /** Kinds of mistakes. */
    public enum Code {
        /** not built as the XSD says */
        STRUCTURE,
        /** something required is missing or empty */
        MISSING,
        /** longer than allowed */
        TOO_LONG,
        /** not of the form required */
        FORMAT,
        /** a 统一社会信用代码 with a wrong check digit */
        CHECK_DIGIT,
        /** no such day, or out of range */
        DATE,
        /** two lines of one record have the same number */
        DUPLICATE_ITEM,
        /** more lines than allowed */
        TOO_MANY_ITEMS
    }
}
