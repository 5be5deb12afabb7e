package org.suyuan.trace.sheets;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Names and complaints of this package in the user's language. */
final class SheetText {

    private static final String BUNDLE = "org.suyuan.trace.sheets.Sheets";

    private SheetText() {}

    static String of(Locale language, String key, Object... arguments) {
        var text = ResourceBundle.getBundle(BUNDLE, language).getString(key);
        return MessageFormat.format(
                text, Stream.of(arguments).map(String::valueOf).toArray());
    }
}
