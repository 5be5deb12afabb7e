package org.suyuan.exchange.inbound;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A file from customs and how far the portal has got with it. One node holds it at a time; all changes are statements
 * guarded by the holder's name ({@link InboundFiles}), so that a node that lost it changes nothing more.
 */
@Entity
@Table(name = "inbound_file")
public class InboundFile {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbound_file_seq")
    @SequenceGenerator(name = "inbound_file_seq", sequenceName = "inbound_file_seq", allocationSize = 50)
    private Long id;

    @Column(name = "message_type")
    private String messageType;

    @Column(name = "file_name")
    private String fileName;

    private String sha256;

    @Column(name = "size_bytes")
    private long size;

    @Enumerated(EnumType.STRING)
    private InboundState state;

    private String holder;

    @Column(name = "execution_id")
    private Long executionId;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "read_count")
    private long readCount;

    @Column(name = "stored_count")
    private long storedCount;

    @Column(name = "rejected_count")
    private long rejectedCount;

    @Column(name = "stopped_line")
    private Integer stoppedLine;

    private String reason;

    @Column(name = "filed_as")
    private String filedAs;

    @Column(name = "duplicate_of")
    private Long duplicateOf;

    @Column(name = "claimed_at")
    private Instant claimedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected InboundFile() {}

    InboundFile(String messageType, String fileName, String sha256, long size, String holder, Instant claimedAt) {
        this.messageType = messageType;
        this.fileName = fileName;
        this.sha256 = sha256;
        this.size = size;
        this.state = InboundState.READING;
        this.holder = holder;
        this.claimedAt = claimedAt;
    }

    void duplicates(long earlierFile) {
        duplicateOf = earlierFile;
        state = InboundState.FILING;
    }

    public long id() {
        return id;
    }

    public String messageType() {
        return messageType;
    }

    public String fileName() {
        return fileName;
    }

    public String sha256() {
        return sha256;
    }

    public long size() {
        return size;
    }

    public InboundState state() {
        return state;
    }

    /** The node that works on it ({@code Leases.thisNode()}). */
    public String holder() {
        return holder;
    }

    /** Latest execution of the job that reads it, or null. */
    public Long executionId() {
        return executionId;
    }

    /** Failed attempts since the last progress. */
    public int attempts() {
        return attempts;
    }

    /** After a failure, when to try again; null otherwise. */
    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** Records handled and committed; where a restart goes on. */
    public long readCount() {
        return readCount;
    }

    public long storedCount() {
        return storedCount;
    }

    public long rejectedCount() {
        return rejectedCount;
    }

    /** Line at which reading had to stop, or null. */
    public Integer stoppedLine() {
        return stoppedLine;
    }

    /** Why it goes to quarantine; null when it does not. */
    public String reason() {
        return reason;
    }

    /** Its name in the archive or in quarantine, once decided. */
    public String filedAs() {
        return filedAs;
    }

    public Instant claimedAt() {
        return claimedAt;
    }

    public Instant finishedAt() {
        return finishedAt;
    }

    /** What becomes of it when it is filed away. */
    public InboundState outcome() {
        if (duplicateOf != null) {
            return InboundState.DUPLICATE;
        }
        return reason != null ? InboundState.QUARANTINED : InboundState.DONE;
    }
}
