package org.suyuan.exchange.message;

/** A simple element of a record; an enum lists them in the order in which the XSD wants them. */
interface Field {

    String element();

    int ordinal();
}
