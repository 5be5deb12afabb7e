package org.suyuan.batch.receipts;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;

/** Offers the files of the inbox. A restart needs no checkpoint: what was handled has left the inbox or changes nothing. */
@Dependent
@Named
public class ReceiptReader extends AbstractItemReader {

    private final Queue<Path> files = new ArrayDeque<>();

    @Inject
    private ReceiptInbox inbox;

    @Override
    public void open(Serializable checkpoint) {
        files.addAll(inbox.files());
    }

    @Override
    public Path readItem() {
        return files.poll();
    }
}
