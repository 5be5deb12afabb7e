package org.suyuan.web.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How people call what a browser says it is: {@code Edge 131, Windows}. It may say what it likes; nothing depends on it. */
final class BrowserName {

    private static final int LONGEST = 60;

    /** What is found and how it is called. Those that also say they are another one come first. */
    private record Sign(Pattern pattern, String name) {

        static Sign of(String pattern, String name) {
            return new Sign(Pattern.compile(pattern), name);
        }

        Optional<String> in(String text) {
            var found = pattern.matcher(text);
            return found.find()
                    ? Optional.of(found.groupCount() == 0 ? name : name + " " + found.group(1))
                    : Optional.empty();
        }
    }

    private static final List<Sign> BROWSERS = List.of(
            Sign.of("MicroMessenger/(\\d+)", "WeChat"),
            Sign.of("QQBrowser/(\\d+)", "QQ Browser"),
            Sign.of("Edg(?:e|A|iOS)?/(\\d+)", "Edge"),
            Sign.of("OPR/(\\d+)", "Opera"),
            Sign.of("(?:Firefox|FxiOS)/(\\d+)", "Firefox"),
            Sign.of("(?:Chrome|CriOS)/(\\d+)", "Chrome"),
            Sign.of("Version/(\\d+).* Safari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            Sign.of("HarmonyOS|OpenHarmony", "HarmonyOS"),
            Sign.of("Windows", "Windows"),
            Sign.of("Android", "Android"),
            Sign.of("iPhone", "iPhone"),
            Sign.of("iPad", "iPad"),
            Sign.of("Mac OS X", "macOS"),
            Sign.of("Linux", "Linux"));

    private BrowserName() {}

    /** @param said what the browser says it is, or null */
    static String of(String said) {
        if (said == null) {
            return "–";
        }
        var known = Stream.of(BROWSERS, SYSTEMS)
                .flatMap(signs ->
                        signs.stream().flatMap(sign -> sign.in(said).stream()).limit(1))
                .collect(Collectors.joining(", "));
        return !known.isEmpty() ? known : said.substring(0, Math.min(said.length(), LONGEST));
    }
}
