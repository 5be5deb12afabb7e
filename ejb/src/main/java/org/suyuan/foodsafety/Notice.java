package org.suyuan.foodsafety;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stored notice as anyone may read it. A withdrawn one stays, marked as such.
 *
 * @param revision 1, 2, …; grows when what it says changes
 * @param messageTime when its source made this state of it
 */
public record Notice(
        long id,
        InfoCategory category,
        String source,
        String originId,
        boolean withdrawn,
        int revision,
        Instant messageTime,
        Instant receivedAt,
        Map<NoticeField, String> values) {

    /** What the field says, or null. */
    public String get(NoticeField field) {
        return values.get(field);
    }

    public String title() {
        return values.get(NoticeField.TITLE);
    }

    /** What a list of hits quotes from: product, hazard and reason, then the running texts. */
    public String excerpted() {
        return Stream.of(
                        NoticeField.PRODUCT,
                        NoticeField.HAZARD,
                        NoticeField.REASON,
                        NoticeField.PRODUCER,
                        NoticeField.SUMMARY,
                        NoticeField.BODY)
                .map(values::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
