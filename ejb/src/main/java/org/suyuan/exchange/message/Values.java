package org.suyuan.exchange.message;

/** The texts of a record's simple elements, white space collapsed; null where the element is missing. */
final class Values {

    private final String[] texts;
    private final String[] names;

    Values(int fields) {
        texts = new String[fields];
        names = new String[fields];
    }

    String get(Field field) {
        return texts[field.ordinal()];
    }

    void put(Field field, String text) {
        texts[field.ordinal()] = text;
    }

    /** @param name under which the sender knows the field, where it is not that of the element */
    void put(Field field, String text, String name) {
        put(field, text);
        names[field.ordinal()] = name;
    }

    String name(Field field) {
        return names[field.ordinal()] == null ? field.element() : names[field.ordinal()];
    }
}
