package org.suyuan.exchange.message;

/** The texts of a record's simple elements, white space collapsed; null where the element is missing. */
final class Values {

    private final String[] texts;

    Values(int fields) {
        texts = new String[fields];
    }

    String get(Field field) {
        return texts[field.ordinal()];
    }

    void put(Field field, String text) {
        texts[field.ordinal()] = text;
    }
}
