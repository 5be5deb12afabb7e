package org.suyuan.trace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A step in the life of a trace report: the status it took, and the answer of customs that caused it, if one did. */
@Entity
@Table(name = "trace_event")
public class TraceEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "trace_event_seq")
    @SequenceGenerator(name = "trace_event_seq", sequenceName = "trace_event_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "report_id")
    private TraceReport report;

    private int version;

    @Enumerated(EnumType.STRING)
    private TraceStatus status;

    @Column(name = "answer_code")
    private String answerCode;

    @Column(name = "answer_text")
    private String answerText;

    @Column(name = "happened_at")
    private Instant happenedAt;

    protected TraceEvent() {}

    TraceEvent(TraceReport report, CustomsAnswer answer, Instant happenedAt) {
        this.report = report;
        this.version = report.version();
        this.status = report.status();
        this.answerCode = answer == null ? null : answer.code();
        this.answerText = answer == null ? null : answer.text();
        this.happenedAt = happenedAt;
    }

    public int version() {
        return version;
    }

    public TraceStatus status() {
        return status;
    }

    /** {@code returnStatus} of the receipt, or null. */
    public String answerCode() {
        return answerCode;
    }

    public String answerText() {
        return answerText;
    }

    public Instant happenedAt() {
        return happenedAt;
    }
}
