package org.suyuan.batch.imports;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Tells the queue that a job has ended, so that it goes on with the file or takes the next one. */
@Dependent
@Named("importEnd")
public class ImportEnd extends AbstractJobListener {

    @Inject
    @BatchProperty
    private String fileId;

    @Inject
    private ImportQueue queue;

    @Override
    public void afterJob() {
        queue.ended(Long.parseLong(fileId));
    }
}
