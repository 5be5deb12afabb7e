package org.suyuan.batch.imports;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.suyuan.exchange.inbound.InboundFiling;

/** The last step of an import: the file goes into the archive or into quarantine. */
@Dependent
@Named("fileAway")
public class FileAway extends AbstractBatchlet {

    @Inject
    @BatchProperty
    private String fileId;

    @Inject
    private InboundFiling filing;

    @Override
    public String process() {
        filing.file(Long.parseLong(fileId));
        return null;
    }
}
