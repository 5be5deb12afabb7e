package org.suyuan.foodsafety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.suyuan.testing.Portal;

/** Somebody without an account who reads the public pages, without scripts; and what authorities publish for the reader. */
final class InfoReader {

    private static final Pattern ARTICLE = Pattern.compile("(?s)<article.*?</article>");
    private static final Pattern NUMBER = Pattern.compile("<p class=\"soft\">[^·]*·[^·]*· (.*?)</p>");
    private static final Pattern TITLE = Pattern.compile("(?s)<h2>(.*?)</h2>");
    private static final Pattern STATUS = Pattern.compile("(?s)role=\"status\">\\D*(\\d+)(\\+?)");
    private static final Pattern CHOICE =
            Pattern.compile("<li><a href=\"([^\"]*)\" rel=\"nofollow\">[^<]*</a> <span>(≥?)(\\d+)</span>");

    private final Portal portal;
    private final HttpClient http = HttpClient.newHttpClient();

    InfoReader(Portal portal) {
        this.portal = portal;
    }

    /** A hit: the number that its source gave it, and its title. */
    record Hit(String number, String title) {}

    /** A page of hits. */
    record Page(int status, String html) {

        List<Hit> hits() {
            return ARTICLE.matcher(html)
                    .results()
                    .map(article -> new Hit(text(NUMBER, article.group()), text(TITLE, article.group())))
                    .toList();
        }

        /** Hits in all, as the page says. */
        long count() {
            return Long.parseLong(found().get(1));
        }

        /** True when the page says that there are more hits than it counts. */
        boolean more() {
            return found().get(2).equals("+");
        }

        private List<String> found() {
            var status = STATUS.matcher(html);
            assertThat(status.find()).as(html).isTrue();
            return List.of(status.group(), status.group(1), status.group(2));
        }

        /** Counts of a facet by value; a lower bound has ≥ before its number. */
        Map<String, String> facet(String parameter) {
            var counts = new TreeMap<String, String>();
            var value = Pattern.compile("[?&]" + parameter + "=([^&]*)$");
            CHOICE.matcher(html).results().forEach(choice -> {
                var address = value.matcher(choice.group(1).replace("&amp;", "&"));
                if (address.find()) {
                    counts.put(
                            URLDecoder.decode(address.group(1), StandardCharsets.UTF_8),
                            choice.group(2) + choice.group(3));
                }
            });
            return counts;
        }

        private static String text(Pattern pattern, String html) {
            var found = pattern.matcher(html);
            assertThat(found.find()).as(html).isTrue();
            return found.group(1)
                    .replaceAll("<[^>]+>", "")
                    .replace("&#39;", "'")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&")
                    .strip();
        }
    }

    Page search(InfoCategory category, Map<String, String> asked) {
        var query = asked.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            var request = HttpRequest.newBuilder(
                            URI.create(portal.url("/public/info/" + category.path() + "?" + query)))
                    .header("Cookie", "suyuan-language=zh")
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return new Page(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Pushes a file of the test's resources, or of the folder named by {@code foodsafety.data}, if any, and waits for it. */
    void publish(String type, String name) {
        try (var file = InfoReader.class.getResourceAsStream("/foodsafety/" + name)) {
            publish(type, name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void publish(String type, Path file) {
        try (var content = Files.newInputStream(file)) {
            publish(type, file.getFileName().toString(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(String type, String name, InputStream content) throws IOException {
        portal.push(type, name, content.readAllBytes());
        await(name)
                .atMost(Duration.ofMinutes(10))
                .until(() ->
                        portal.count("select count(*) from inbound_file where file_name = ? and state = 'DONE'", name)
                                == 1);
    }
}
