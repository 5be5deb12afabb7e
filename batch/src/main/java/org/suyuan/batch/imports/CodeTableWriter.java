package org.suyuan.batch.imports;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.suyuan.reference.CodeEntry;
import org.suyuan.reference.CodeTableImport;

/** Stores entries of code tables, chunk by chunk. */
@Dependent
@Named("codeTableWriter")
public class CodeTableWriter extends InboundWriter<CodeEntry> {

    @Inject
    private CodeTableImport codeTables;

    public CodeTableWriter() {
        super(CodeEntry.class);
    }

    @Override
    void store(List<CodeEntry> accepted, Instant messageTime) {
        codeTables.store(accepted, messageTime);
    }
}
