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
import org.suyuan.shared.Pauses;

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

    @Inject
    private Pauses pauses;

    private final Map<Long, Run> running = new ConcurrentHashMap<>(); // in this very process, by file

    private final Set<Path> unreadable = ConcurrentHashMap.newKeySet();

    /** Takes files as long as their jobs end quickly; a long job is left to itself. */
    void advance(ImportJob job, String lease) throws IOException {
        while (step(job, lease) && leases.hold(lease)) {
            LOG.finer("Looking for the next file");
        }
    }

    /** @return true when a file is done with, so that the next one may be looked for at once */
    private boolean step(ImportJob job, String lease) throws IOException {
        if (pauses.isPaused(job.messageType())) {
            return false;
        }
        var begun = files.inWork(job.messageType());
        return begun.isPresent() ? goOn(job, begun.get(), lease) : takeNext(job, lease);
    }

    /** A file whose reading was broken off may be gone on with at once; false when no file waits for this execution. */
    boolean mayGoOn(long executionId) {
        return files.tryAgainNow(executionId);
    }

    /** The job has ended, well or not. */
    void ended(long fileId) {
        var run = running.remove(fileId);
        if (run != null) {
            run.end();
        }
    }

    private boolean goOn(ImportJob job, InboundFile file, String lease) throws IOException {
        var run = running.get(file.id());
        if (run != null) {
            if (run.isOver()) {
                ended(file.id());
            }
            return false;
        }
        if (!file.holder().equals(Leases.thisNode())) {
            return takeOver(job, file, lease);
        }
        if (file.state() == InboundState.FILING || file.reason() != null) {
            return fileAway(file);
        }
        if (file.nextAttemptAt() == null) {
            files.failed(
                    file,
                    job.jobName() + " ended before the file was read"
                            + (file.executionId() == null ? "" : " (execution " + file.executionId() + ")"));
            return false;
        }
        if (file.nextAttemptAt().isAfter(time.now())) {
            return false;
        }
        return takeOver(job, file, lease);
    }

    private boolean takeOver(ImportJob job, InboundFile file, String lease) throws IOException {
        files.takeOver(file);
        var own = files.find(file.id());
        if (own.state() == InboundState.FILING || own.reason() != null) {
            return fileAway(own);
        }
        var path = inbox.find(file.messageType(), file.fileName());
        if (path.isEmpty()
                || !Inbox.sha256(path.get(), () -> leases.hold(lease)).equals(own.sha256())) {
            files.vanished(own.id(), own.holder(), "文件在读取期间被移走或替换");
            return fileAway(own);
        }
        return run(job, own);
    }

    private boolean fileAway(InboundFile file) {
        filing.file(file.id());
        return true;
    }

    private boolean takeNext(ImportJob job, String lease) throws IOException {
        for (var path : inbox.waiting(job.messageType())) {
            var file = claim(job, path, lease);
            if (file.isPresent() && file.get().state() == InboundState.READING) {
                return run(job, file.get());
            }
            file.ifPresent(this::fileAway);
        }
        return false;
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

    private boolean run(ImportJob job, InboundFile file) {
        var run = new Run();
        running.put(file.id(), run);
        try {
            run.started(job.run(file));
        } catch (RuntimeException e) {
            ended(file.id());
            throw e;
        }
        return run.endsQuickly();
    }
}
