package org.suyuan.batch.imports;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.suyuan.foodsafety.NoticeImport;
import org.suyuan.foodsafety.NoticeRecord;

/** Stores food-safety notices, chunk by chunk. */
@Dependent
@Named("noticeWriter")
public class NoticeWriter extends InboundWriter<NoticeRecord> {

    @Inject
    private NoticeImport notices;

    public NoticeWriter() {
        super(NoticeRecord.class);
    }

    @Override
    void store(List<NoticeRecord> accepted, Instant messageTime) {
        notices.store(accepted, messageTime);
    }
}
