package org.suyuan.batch.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.suyuan.exchange.inbound.InboundFile;
import org.suyuan.exchange.inbound.InboundFiles;
import org.suyuan.exchange.inbound.InboundFiling;
import org.suyuan.exchange.inbound.InboundState;
import org.suyuan.exchange.inbound.Inbox;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Leases;

/**
 * One file of a type at a time: first what was begun and broken off, then what waits in the inbox, oldest first. Called
 * by the duties, which hold the lease of their type.
 */
@ApplicationScoped
class ImportQueue {

    private static final Logger LOG = Logger.getLogger(ImportQueue.class.getName());

    @Inject
    private InboundFiles files;

    @Inject
    private InboundFiling filing;

    @Inject
    private Inbox inbox;

    @Inject
    private Leases leases;

    @Inject
    private BusinessTime time;

    /** Files whose job runs in this very process, with its execution when known. */
    private final Map<Long, Optional<Long>> running = new ConcurrentHashMap<>();

    private final Set<Path> unreadable = ConcurrentHashMap.newKeySet();

    void advance(ImportJob job, String lease) throws IOException {
        var begun = files.inWork(job.messageType());
        if (begun.isPresent()) {
            goOn(job, begun.get(), lease);
        } else {
            takeNext(job, lease);
        }
    }

    /** The job has ended, well or not. */
    void ended(long fileId) {
        running.remove(fileId);
    }

    private void goOn(ImportJob job, InboundFile file, String lease) throws IOException {
        var execution = running.get(file.id());
        if (execution != null) {
            if (execution.isPresent() && ImportJob.isOver(execution.get())) {
                ended(file.id());
            }
        } else if (!file.holder().equals(Leases.thisNode())) {
            takeOver(job, file, lease);
        } else if (file.state() == InboundState.FILING || file.reason() != null) {
            filing.file(file.id());
        } else if (file.nextAttemptAt() == null) {
            files.failed(
                    file,
                    job.jobName() + " ended before the file was read"
                            + (file.executionId() == null ? "" : " (execution " + file.executionId() + ")"));
        } else if (!file.nextAttemptAt().isAfter(time.now())) {
            files.takeOver(file);
            run(job, files.find(file.id()));
        }
    }

    private void takeOver(ImportJob job, InboundFile file, String lease) throws IOException {
        files.takeOver(file);
        var own = files.find(file.id());
        var path = inbox.find(file.messageType(), file.fileName());
        if (own.state() == InboundState.FILING || own.reason() != null) {
            filing.file(own.id());
        } else if (path.isEmpty()
                || !Inbox.sha256(path.get(), () -> leases.hold(lease)).equals(own.sha256())) {
            files.stopped(own.id(), own.holder(), 0, "文件在读取期间被移走或替换");
            filing.file(own.id());
        } else {
            run(job, own);
        }
    }

    private void takeNext(ImportJob job, String lease) throws IOException {
        for (var path : inbox.waiting(job.messageType())) {
            var file = claim(job, path, lease);
            if (file.isPresent() && file.get().state() == InboundState.READING) {
                run(job, file.get());
                return;
            }
            file.ifPresent(duplicate -> filing.file(duplicate.id()));
        }
    }

    private Optional<InboundFile> claim(ImportJob job, Path path, String lease) {
        try {
            var size = Files.size(path);
            var modified = Files.getLastModifiedTime(path);
            var sha256 = Inbox.sha256(path, () -> leases.hold(lease));
            unreadable.remove(path);
            boolean unchanged = size == Files.size(path) && modified.equals(Files.getLastModifiedTime(path));
            return unchanged && leases.hold(lease)
                    ? Optional.of(
                            files.claim(job.messageType(), path.getFileName().toString(), sha256, size))
                    : Optional.empty();
        } catch (IOException e) {
            if (unreadable.add(path)) {
                LOG.log(
                        Level.WARNING,
                        e,
                        () -> path + " cannot be read; it is tried again, the next ones are not kept waiting");
            }
            return Optional.empty();
        }
    }

    private void run(ImportJob job, InboundFile file) {
        running.put(file.id(), Optional.empty());
        try {
            var execution = job.run(file);
            running.computeIfPresent(file.id(), (id, none) -> Optional.of(execution));
        } catch (RuntimeException e) {
            ended(file.id());
            throw e;
        }
    }
}
