package org.suyuan.web.portal;

import java.util.regex.Pattern;

/** Where to go next, as told by a request: only ever a path of this portal, so that no link leads elsewhere through us. */
public final class LocalAddress {

    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    private LocalAddress() {}

    public static String of(String wanted, String otherwise) {
        return wanted != null && LOCAL.matcher(wanted).matches() ? wanted : otherwise;
    }
}
