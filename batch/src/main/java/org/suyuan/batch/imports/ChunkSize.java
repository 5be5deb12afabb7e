package org.suyuan.batch.imports;

import jakarta.batch.api.chunk.AbstractCheckpointAlgorithm;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A chunk is a thousand records, or fewer when they are so large that they would fill the memory. */
@Dependent
@Named("importChunkSize")
public class ChunkSize extends AbstractCheckpointAlgorithm {

    @Inject
    private StepContext step;

    @Override
    public boolean isReadyToCheckpoint() {
        return step.getTransientUserData() instanceof ImportStep shared && shared.isChunkFull();
    }

    @Override
    public void endCheckpoint() {
        if (step.getTransientUserData() instanceof ImportStep shared) {
            shared.nextChunk();
        }
    }
}
