package org.suyuan.batch.imports;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.suyuan.exchange.message.Checked;
import org.suyuan.exchange.message.Ftr400;
import org.suyuan.exchange.message.SourceRecord;
import org.suyuan.foodsafety.NoticeRecord;

/** Checks a food-safety notice; rejected ones go on to the writer too. */
@Dependent
@Named("noticeProcessor")
public class NoticeProcessor implements ItemProcessor {

    @Override
    public Checked<NoticeRecord> processItem(Object item) {
        return Ftr400.check((SourceRecord) item);
    }
}
