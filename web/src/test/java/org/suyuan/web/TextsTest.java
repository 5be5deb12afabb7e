package org.suyuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suyuan.identity.card.CardRefusal;

/** Every text exists in Chinese and in English, and only in bundles; the long prose of the help in a file per language. */
@Tag("H14")
class TextsTest {

    private static final Path WEB = Path.of("src/main");
    private static final Path HELP = WEB.resolve("webapp/WEB-INF/help");
    private static final Path BUSINESS = Path.of("../ejb/src/main");
    private static final Path JOBS = Path.of("../batch/src/main");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->|/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern ELEMENT = Pattern.compile("<[a-z][^>]*>");
    private static final Pattern PICTURE = Pattern.compile("<s:picture name=\"([a-z-]+)\"");
    private static final Pattern BUNDLE_KEY = Pattern.compile(
            "\\b(portalText|identityText|traceText|recallText|infoText|matchingText)(?:\\.(\\w+)|\\['([\\w.]+)'\\]|(?=\\[))");
    private static final Pattern ANSWER_KEY =
            Pattern.compile("\"(portalText|identityText|traceText|recallText|infoText|matchingText)\\.([\\w.]+)\"");
    private static final Pattern REFUSAL = Pattern.compile("new Refusal\\(\\s*\"([^\"]+)\"");
    private static final Pattern RULE = Pattern.compile("message(?:\\(\\) default| =) \"\\{([^}\"]+)}\"");

    static List<Path> bundles() throws IOException {
        return Stream.concat(files(WEB, "Texts.properties"), files(BUSINESS, "s.properties"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    @DisplayName("English says everything that Chinese says, and _zh stays empty")
    void englishSaysEverythingThatChineseSays(Path chinese) throws IOException {
        assertThat(keys(in(chinese, "_en"))).isEqualTo(keys(chinese));
        assertThat(keys(in(chinese, "_zh"))).isEmpty();
        assertThat(properties(in(chinese, "_en")).values())
                .noneMatch(text -> HAN.matcher((String) text).find() && !"中文".equals(text));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    @DisplayName("Both languages fill in the same arguments")
    void bothLanguagesFillInTheSameArguments(Path chinese) throws IOException {
        var english = properties(in(chinese, "_en"));
        properties(chinese)
                .forEach((key, text) -> assertThat(placeholders((String) english.get(key)))
                        .as("%s", key)
                        .isEqualTo(placeholders((String) text)));
    }

    @Test
    @DisplayName("No page and no bean of the pages contains Chinese text, but the Chinese help")
    void noTextOutsideBundles() throws IOException {
        try (var files = Files.walk(WEB)) {
            for (var file : files.filter(path -> path.toString().matches(".*\\.(xhtml|java|js|css)"))
                    .filter(path -> !path.startsWith(HELP.resolve("zh")))
                    .toList()) {
                var code = COMMENT.matcher(Files.readString(file)).replaceAll("");
                assertThat(HAN.matcher(code).find()).as("%s", file).isFalse();
            }
        }
    }

    @Test
    @DisplayName("Every key that a page or a bean names exists")
    void everyNamedTextExists() throws IOException {
        try (var files = Files.walk(WEB)) {
            for (var file : files.filter(path -> path.toString().matches(".*\\.(xhtml|java)"))
                    .toList()) {
                var code = Files.readString(file);
                var named = Stream.concat(
                                BUNDLE_KEY
                                        .matcher(code)
                                        .results()
                                        .filter(key -> key.group(2) != null || key.group(3) != null),
                                ANSWER_KEY.matcher(code).results())
                        .map(TextsTest::named)
                        .filter(key -> !key.endsWith("."))
                        .toList();
                for (var key : named) {
                    var context = key.substring(0, key.indexOf("Text."));
                    assertThat(keys(WEB.resolve("resources/org/suyuan/web/" + context + "/Texts.properties")))
                            .as("%s in %s", key, file)
                            .contains(key.substring(key.indexOf('.') + 1));
                }
            }
        }
    }

    @Test
    @DisplayName("Every refusal and every field rule of the business has its text, and no text is without one")
    void everyRefusalAndRuleHasItsText() throws IOException {
        assertThat(keys(BUSINESS.resolve("resources/org/suyuan/shared/Refusals.properties")))
                .isEqualTo(named(REFUSAL));
        assertThat(keys(BUSINESS.resolve("resources/ValidationMessages.properties")))
                .isEqualTo(named(RULE));
    }

    @Test
    @Tag("L3")
    @DisplayName("Every refusal of a card is told in its own words")
    void everyRefusalOfACardHasItsText() throws IOException {
        var texts = properties(WEB.resolve("resources/org/suyuan/web/identity/Texts.properties"));
        assertThat(CardRefusal.values())
                .extracting(refusal -> texts.getProperty("card." + refusal))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("C2")
    @DisplayName("The help has the same pages, sections, pictures and links in both languages")
    void theHelpIsTheSameInBothLanguages() throws IOException {
        try (var pages = Files.list(HELP.resolve("zh"))) {
            for (var chinese : pages.toList()) {
                var english = HELP.resolve("en").resolve(chinese.getFileName());
                assertThat(english).exists();
                assertThat(skeleton(english)).as("%s", english).isEqualTo(skeleton(chinese));
            }
        }
        assertThat(HELP.resolve("en").toFile().list())
                .containsExactlyInAnyOrder(HELP.resolve("zh").toFile().list());
    }

    @Test
    @DisplayName("Each picture of the help exists in both languages, and none is left over")
    void eachPictureOfTheHelpExists() throws IOException {
        for (var language : List.of("zh", "en")) {
            var named = new TreeSet<String>();
            try (var pages = Files.list(HELP.resolve(language))) {
                for (var page : pages.toList()) {
                    PICTURE.matcher(Files.readString(page)).results().forEach(p -> named.add(p.group(1) + ".webp"));
                }
            }
            assertThat(WEB.resolve("webapp/resources/help/" + language).toFile().list())
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    /** What both languages of a page share: its elements in order, with their ids, links and pictures. */
    private static List<String> skeleton(Path page) throws IOException {
        return ELEMENT.matcher(Files.readString(page))
                .results()
                .map(element -> element.group().replaceAll(" (alt|caption)=\"[^\"]*\"", ""))
                .toList();
    }

    private static TreeSet<String> named(Pattern pattern) throws IOException {
        var names = new TreeSet<String>();
        for (var module : List.of(BUSINESS, JOBS)) {
            try (var files = Files.walk(module.resolve("java"))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    pattern.matcher(Files.readString(file)).results().forEach(key -> names.add(key.group(1)));
                }
            }
        }
        return names;
    }

    private static String named(MatchResult key) {
        var name = key.group(2) != null ? key.group(2) : key.group(3);
        return key.group(1) + "." + name;
    }

    private static Stream<Path> files(Path root, String ending) throws IOException {
        try (var files = Files.walk(root.resolve("resources"))) {
            return files.filter(path -> path.toString().endsWith(ending)).toList().stream();
        }
    }

    private static Path in(Path chinese, String language) {
        return chinese.resolveSibling(
                chinese.getFileName().toString().replace(".properties", language + ".properties"));
    }

    private static TreeSet<String> keys(Path bundle) throws IOException {
        return new TreeSet<>(properties(bundle).stringPropertyNames());
    }

    private static Properties properties(Path bundle) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return properties;
    }

    private static String placeholders(String text) {
        return Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .distinct()
                .collect(Collectors.joining());
    }
}
