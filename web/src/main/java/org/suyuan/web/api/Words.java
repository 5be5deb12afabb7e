package org.suyuan.web.api;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the food-safety pages, for answers that are no pages. */
final class Words {

    private Words() {}

    /** @param reader whoever does not ask for English reads Chinese */
    static String of(Locale reader, String key, Object... arguments) {
        var language = reader.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        var texts = ResourceBundle.getBundle("org.suyuan.web.info.Texts", language);
        return MessageFormat.format(texts.getString(key.substring(key.indexOf('.') + 1)), arguments);
    }
}
