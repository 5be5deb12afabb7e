package org.suyuan.trace;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import org.suyuan.identity.Filer;
import org.suyuan.shared.Refusal;

/**
 * Something that an importer files with customs: saved as 暂存 as often as needed, submitted once for each version; what
 * was submitted is never changed. When customs fails or returns it, editing makes the next version (A12).
 */
@MappedSuperclass
public abstract class CustomsFiling {

    private int version = 1;

    @Enumerated(EnumType.STRING)
    private TraceStatus status = TraceStatus.DRAFT;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "customs_reason")
    private String customsReason;

    @Embedded
    private Filer filer;

    @Version
    @Column(name = "lock_version")
    private int lockVersion;

    protected CustomsFiling() {}

    /** @param by who begins it */
    protected CustomsFiling(Filer by) {
        this.filer = by;
    }

    /** Says that customs has this version, so that nobody changes it. */
    protected abstract Refusal notEditable();

    /** Comes before any change, by this filer; the first one after 失败 or 退回 begins the next version. */
    protected void openForChange(Filer by) {
        if (!status.isEditable()) {
            throw notEditable();
        }
        if (status != TraceStatus.DRAFT) {
            become(TraceStatus.DRAFT);
            version++;
            answeredAt = null;
            customsReason = null;
        }
        filer = by;
    }

    protected void submit(Instant now) {
        become(TraceStatus.SUBMITTED);
        submittedAt = now;
    }

    /**
     * Applies an answer to the version it names. Answers that come late, twice or out of order change nothing.
     *
     * @return true when the status moved
     */
    protected boolean answered(int answeredVersion, CustomsAnswer answer) {
        var next = answer.status();
        if (answeredVersion != version || !status.mayBecome(next)) {
            return false;
        }
        boolean overtaken = answeredAt != null && answer.returnedAt().isBefore(answeredAt);
        if (overtaken && !next.isFinalAnswer()) {
            return false;
        }
        become(next);
        answeredAt = answer.returnedAt();
        customsReason = next == TraceStatus.CUSTOMS_FAILED || next == TraceStatus.RETURNED ? answer.text() : null;
        return true;
    }

    /** The gateway took the message, or could not: both only while customs has not answered yet. */
    protected boolean dispatched(int dispatchedVersion, boolean taken) {
        var next = taken ? TraceStatus.SENT : TraceStatus.SEND_FAILED;
        if (dispatchedVersion != version || status == next || !status.mayBecome(next)) {
            return false;
        }
        become(next);
        return true;
    }

    protected void become(TraceStatus next) {
        if (!status.mayBecome(next)) {
            throw notEditable();
        }
        status = next;
    }

    public int version() {
        return version;
    }

    public TraceStatus status() {
        return status;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /** Why customs failed or returned this version, or null. */
    public String customsReason() {
        return customsReason;
    }

    /** Who saved it last, and submitted it if it was: for the importer itself, or as its agent. */
    public Filer filer() {
        return filer;
    }

    public int lockVersion() {
        return lockVersion;
    }
}
