package org.suyuan.batch.imports;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.suyuan.exchange.message.Checked;
import org.suyuan.exchange.message.Ftr901;
import org.suyuan.exchange.message.SourceRecord;
import org.suyuan.reference.CodeEntry;

/** Checks an entry of a code table; rejected ones go on to the writer too. */
@Dependent
@Named("codeTableProcessor")
public class CodeTableProcessor implements ItemProcessor {

    @Override
    public Checked<CodeEntry> processItem(Object item) {
        return Ftr901.check((SourceRecord) item);
    }
}
