package org.suyuan.batch.purge;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.suyuan.retention.ExchangeArchive;
import org.suyuan.retention.Purge;

/** The last step: files of the exchange that no record knows any more go, and the run is over. */
@Dependent
@Named
public class PurgeEnd extends AbstractBatchlet {

    @Inject
    private Purge purge;

    @Inject
    private ExchangeArchive files;

    @Override
    public String process() {
        var run = purge.underWay().orElseThrow();
        purge.filesRemoved(run, files.remove(run.cutoff()));
        purge.finish(run);
        return null;
    }
}
