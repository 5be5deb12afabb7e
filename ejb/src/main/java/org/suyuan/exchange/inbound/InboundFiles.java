package org.suyuan.exchange.inbound;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.exchange.message.Rejection;
import org.suyuan.shared.BulkUpsert;
import org.suyuan.shared.BulkUpsert.Type;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Leases;

/**
 * The book of inbound files. Every step of a node that works on a file also checks that the file is still its own.
 * Called by the import jobs and the work that starts them.
 */
@Stateless
@PermitAll
public class InboundFiles {

    /** After so many failures in a row without progress a file goes to quarantine. */
    public static final int MOST_ATTEMPTS = 5;

    private static final int LONGEST_REASON = 1000;
    private static final Actor EXCHANGE = Actor.system("exchange");

    @PersistenceContext
    private EntityManager entities;

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    public InboundFile find(long id) {
        return entities.find(InboundFile.class, id);
    }

    /** The file of this type that a node has begun and not finished. */
    public Optional<InboundFile> inWork(String messageType) {
        return entities.createQuery(
                        "select f from InboundFile f where f.messageType = :type and f.state in :open order by f.id",
                        InboundFile.class)
                .setParameter("type", messageType)
                .setParameter("open", List.of(InboundState.READING, InboundState.FILING))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Takes a new file into the book; one whose bytes were read before needs only to be filed away. */
    public InboundFile claim(String messageType, String fileName, String sha256, long size) {
        var file = new InboundFile(messageType, fileName, sha256, size, Leases.thisNode(), time.now());
        earlier(messageType, sha256).ifPresent(file::duplicates);
        entities.persist(file);
        entities.flush();
        audit.record(EXCHANGE, "inbound.claim", fileName, messageType + ", " + size + " bytes, SHA-256 " + sha256);
        return file;
    }

    private Optional<Long> earlier(String messageType, String sha256) {
        return entities.createQuery(
                        "select min(f.id) from InboundFile f where f.messageType = :type and f.sha256 = :sha256"
                                + " and f.state = :done",
                        Long.class)
                .setParameter("type", messageType)
                .setParameter("sha256", sha256)
                .setParameter("done", InboundState.DONE)
                .getResultStream()
                .filter(id -> id != null)
                .findFirst();
    }

    /** This node takes over what another one has left, or its own former self. */
    public void takeOver(InboundFile file) {
        change(file.id(), file.holder(), "f.holder = :me, f.nextAttemptAt = null", Map.of("me", Leases.thisNode()));
        audit.record(
                EXCHANGE, "inbound.takeOver", file.fileName(), "after " + file.readCount() + " records, goes on there");
    }

    /** The job that reads the file has begun, or begun again. */
    public void opened(long id, String holder, long executionId) {
        change(id, holder, "f.executionId = :execution", Map.of("execution", executionId));
    }

    /** A chunk of records is being stored in this transaction. */
    public void progressed(long id, String holder, long lastRecord, int stored, List<Rejection> rejections) {
        change(
                id,
                holder,
                "f.readCount = :last, f.storedCount = f.storedCount + :stored,"
                        + " f.rejectedCount = f.rejectedCount + :rejected, f.attempts = 0",
                Map.of("last", lastRecord, "stored", stored, "rejected", rejections.size()));
        try (var connection = database.getConnection()) {
            rejectedRecords(id).write(connection, rejections);
        } catch (SQLException e) {
            throw new IllegalStateException("Rejected records cannot be stored", e);
        }
    }

    private static BulkUpsert<Rejection> rejectedRecords(long fileId) {
        return BulkUpsert.<Rejection>into("rejected_record", "file_id", "record_no")
                .column("file_id", Type.BIGINT, rejection -> fileId)
                .column("record_no", Type.BIGINT, Rejection::number)
                .column("line", Type.INTEGER, Rejection::line)
                .column("record_key", Type.TEXT, Rejection::key)
                .column("code", Type.TEXT, rejection -> rejection.code().name())
                .column("reason", Type.TEXT, Rejection::reason)
                .column("raw", Type.TEXT, Rejection::raw);
    }

    /** Reading cannot go on beyond this line; the file will go to quarantine. */
    public void stopped(long id, String holder, int line, String reason) {
        change(id, holder, "f.stoppedLine = :line, f.reason = :reason", Map.of("line", line, "reason", cut(reason)));
    }

    /** A file whose execution has ended is gone on with at once; false when there is none to go on with. */
    public boolean tryAgainNow(long executionId) {
        return entities.createQuery("update InboundFile f set f.nextAttemptAt = :now, f.attempts = 0"
                                + " where f.executionId = :execution and f.state = :reading and f.reason is null")
                        .setParameter("now", time.now())
                        .setParameter("execution", executionId)
                        .setParameter("reading", InboundState.READING)
                        .executeUpdate()
                == 1;
    }

    /** The latest files of a type, the last one first. */
    public List<InboundFile> latest(String messageType, int most) {
        return entities.createQuery(
                        "select f from InboundFile f where f.messageType = :type order by f.id desc", InboundFile.class)
                .setParameter("type", messageType)
                .setMaxResults(most)
                .getResultList();
    }

    /** The file itself is gone or another one; it counts as quarantined. */
    public void vanished(long id, String holder, String reason) {
        change(id, holder, "f.reason = :reason", Map.of("reason", cut(reason)));
    }

    /** The attempt failed: it is made again later, or given up after so many. */
    public void failed(InboundFile file, String reason) {
        int attempts = file.attempts() + 1;
        var wait = Duration.ofSeconds(1L << attempts);
        change(
                file.id(),
                file.holder(),
                "f.attempts = :attempts, f.nextAttemptAt = :next",
                Map.of("attempts", attempts, "next", time.now().plus(wait)));
        if (attempts >= MOST_ATTEMPTS) {
            change(file.id(), file.holder(), "f.reason = :reason", Map.of("reason", cut(reason)));
        }
        audit.record(EXCHANGE, "inbound.attemptFailed", file.fileName(), "attempt " + attempts + ": " + reason);
    }

    /** The file is about to be moved under this name; after a crash the same move is made again. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void filing(InboundFile file, String filedAs) {
        change(
                file.id(),
                file.holder(),
                "f.state = :filing, f.filedAs = :name",
                Map.of("filing", InboundState.FILING, "name", filedAs));
    }

    /** The file has been moved: the end of its way through the portal. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void filed(InboundFile file) {
        var outcome = file.outcome();
        change(
                file.id(),
                file.holder(),
                "f.state = :outcome, f.finishedAt = :now",
                Map.of("outcome", outcome, "now", time.now()));
        audit.record(
                EXCHANGE,
                "inbound." + outcome.name().toLowerCase(Locale.ROOT),
                file.fileName(),
                "read " + file.readCount() + ", stored " + file.storedCount() + ", rejected " + file.rejectedCount()
                        + (file.reason() == null
                                ? ""
                                : "; stopped at line " + file.stoppedLine() + ": " + file.reason())
                        + (file.filedAs() == null ? "" : "; filed as " + file.filedAs()));
    }

    /** The next rejected records of a file after a given one. */
    public List<Rejection> rejections(long fileId, long afterNumber, int most) {
        return entities.createQuery(
                        "select r from RejectedRecord r where r.fileId = :file and r.number > :after order by r.number",
                        RejectedRecord.class)
                .setParameter("file", fileId)
                .setParameter("after", afterNumber)
                .setMaxResults(most)
                .getResultStream()
                .map(RejectedRecord::rejection)
                .toList();
    }

    private void change(long id, String holder, String assignments, Map<String, Object> values) {
        var update = entities.createQuery(
                        "update InboundFile f set " + assignments + " where f.id = :id and f.holder = :holder")
                .setParameter("id", id)
                .setParameter("holder", holder);
        values.forEach(update::setParameter);
        if (update.executeUpdate() == 0) {
            throw new ClaimLost(id, holder);
        }
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
