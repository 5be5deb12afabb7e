package org.suyuan.batch.qrcodes;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.suyuan.trace.QrGeneration;

/** Makes and stores the codes of a chunk. */
@Dependent
@Named
public class QrCodeWriter extends AbstractItemWriter {

    @Inject
    private QrGeneration codes;

    @Override
    public void writeItems(List<Object> reportIds) {
        codes.generate(reportIds.stream().map(Long.class::cast).toList());
    }
}
