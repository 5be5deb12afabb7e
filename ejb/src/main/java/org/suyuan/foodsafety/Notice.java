package org.suyuan.foodsafety;

import java.time.Instant;
import java.util.List;
import java.util.Map;

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

    /** The values of a list, separated by ';'. */
    public List<String> list(NoticeField field) {
        var text = values.get(field);
        return text == null ? List.of() : List.of(text.split(";"));
    }
}
