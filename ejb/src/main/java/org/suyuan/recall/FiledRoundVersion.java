package org.suyuan.recall;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A submitted version of a round, kept word for word (A12). */
@Entity
@Table(name = "recall_round_version")
public class FiledRoundVersion {

    private static final Jsonb JSON = JsonbBuilder.create();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recall_round_version_seq")
    @SequenceGenerator(
            name = "recall_round_version_seq",
            sequenceName = "recall_round_version_seq",
            allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "round_id")
    private RecallRound round;

    private int version;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "submitted_by")
    private String submittedBy;

    private String content;

    protected FiledRoundVersion() {}

    FiledRoundVersion(RecallRound round, FiledRound filed) {
        this.round = round;
        this.version = filed.version();
        this.submittedAt = filed.submittedAt();
        this.submittedBy = filed.submittedBy();
        this.content = JSON.toJson(filed);
    }
}
