package org.suyuan.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Answers that a program may keep: asking again, it hears 304 as long as nothing has changed. */
@RequestScoped
class Kept {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Inject
    private HttpServletRequest request;

    /**
     * @param changed when the answer can have changed last
     * @param content whatever changes together with the answer
     */
    Response answer(Optional<Instant> changed, String content, Supplier<ResponseBuilder> whole) {
        var tag = "W/\"" + hash(content) + '"'; // weak, since the same answer travels compressed, too
        var answer = isKnown(tag, changed) ? Response.notModified() : whole.get();
        changed.ifPresent(time -> answer.header(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(time)));
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    /** A tag tells more than a time and wins over it (RFC 9110, 13.2.2). */
    private boolean isKnown(String tag, Optional<Instant> changed) {
        var tags = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return Stream.of(tags.split(","))
                    .map(String::strip)
                    .anyMatch(known -> known.equals("*") || ("W/" + known).equals(tag) || known.equals(tag));
        }
        try {
            var since = request.getDateHeader(HttpHeaders.IF_MODIFIED_SINCE);
            return since >= 0
                    && changed.filter(time -> time.toEpochMilli() / 1000 <= since / 1000)
                            .isPresent();
        } catch (IllegalArgumentException e) {
            return false; // no date: as if it were not there
        }
    }

    private static String hash(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
