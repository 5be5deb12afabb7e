package org.suyuan.exchange.message;

/** A simple element of a record; an enum lists them in the order in which the XSD wants them. */
interface Field {

    String element();

    int ordinal();

    /** Characters that are read of it at most: one more than these is as wrong as a thousand more. */
    default int readable() {
        return 4_000;
    }

    /** True when line ends in it mean something. */
    default boolean keepsLines() {
        return false;
    }
}
