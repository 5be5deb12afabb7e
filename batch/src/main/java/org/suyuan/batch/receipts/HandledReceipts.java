package org.suyuan.batch.receipts;

import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Moves receipts to the archive once all chunks are committed; a crash before that makes them be taken again, idly. */
@Dependent
@Named
public class HandledReceipts extends AbstractStepListener {

    @Inject
    private StepContext step;

    @Inject
    private ReceiptInbox inbox;

    @SuppressWarnings("unchecked")
    static List<Object> of(StepContext step) {
        return (List<Object>) step.getTransientUserData();
    }

    @Override
    public void beforeStep() {
        step.setTransientUserData(new ArrayList<>());
    }

    @Override
    public void afterStep() {
        if (step.getException() == null) {
            of(step).stream().map(Path.class::cast).filter(Files::exists).forEach(inbox::archive);
        }
    }
}
