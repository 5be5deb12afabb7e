package org.suyuan.recall;

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
import org.suyuan.trace.CustomsAnswer;
import org.suyuan.trace.TraceStatus;

/** A step in the life of a round: the status it took, and the answer of customs that caused it, if one did. */
@Entity
@Table(name = "recall_event")
public class RecallEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recall_event_seq")
    @SequenceGenerator(name = "recall_event_seq", sequenceName = "recall_event_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "round_id")
    private RecallRound round;

    private int version;

    @Enumerated(EnumType.STRING)
    private TraceStatus status;

    @Column(name = "answer_code")
    private String answerCode;

    @Column(name = "answer_text")
    private String answerText;

    @Column(name = "happened_at")
    private Instant happenedAt;

    protected RecallEvent() {}

    RecallEvent(RecallRound round, CustomsAnswer answer, Instant happenedAt) {
        this.round = round;
        this.version = round.version();
        this.status = round.status();
        this.answerCode = answer == null ? null : answer.code();
        this.answerText = answer == null ? null : answer.text();
        this.happenedAt = happenedAt;
    }

    public int roundNo() {
        return round.roundNo();
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
