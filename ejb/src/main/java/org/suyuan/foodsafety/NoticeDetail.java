package org.suyuan.foodsafety;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** All that is known of a notice: as it is now, what it said before, and the files that came with it. */
public record NoticeDetail(Notice notice, List<Earlier> earlier, List<File> files) {

    /** An earlier state, the latest first. */
    public record Earlier(int revision, Instant messageTime, boolean withdrawn, Map<NoticeField, String> values) {

        public String title() {
            return values.get(NoticeField.TITLE);
        }
    }

    /** A file that can be downloaded. */
    public record File(int number, String name, String mediaType, long size) {}
}
