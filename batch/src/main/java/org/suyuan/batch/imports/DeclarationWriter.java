package org.suyuan.batch.imports;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.suyuan.declaration.DeclarationImport;
import org.suyuan.declaration.DeclarationRecord;

/** Stores declarations, chunk by chunk. */
@Dependent
@Named("declarationWriter")
public class DeclarationWriter extends InboundWriter<DeclarationRecord> {

    @Inject
    private DeclarationImport declarations;

    public DeclarationWriter() {
        super(DeclarationRecord.class);
    }

    @Override
    void store(List<DeclarationRecord> accepted, Instant messageTime) {
        declarations.store(accepted, messageTime);
    }
}
