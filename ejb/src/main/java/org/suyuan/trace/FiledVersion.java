package org.suyuan.trace;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A submitted version, kept word for word (A12). */
@Entity
@Table(name = "trace_report_version")
public class FiledVersion {

    private static final Jsonb JSON = JsonbBuilder.create();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "trace_report_version_seq")
    @SequenceGenerator(
            name = "trace_report_version_seq",
            sequenceName = "trace_report_version_seq",
            allocationSize = 50)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "report_id")
    private TraceReport report;

    private int version;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "submitted_by")
    private String submittedBy;

    private String content;

    protected FiledVersion() {}

    FiledVersion(TraceReport report, FiledReport filed) {
        this.report = report;
        this.version = filed.version();
        this.submittedAt = filed.submittedAt();
        this.submittedBy = filed.submittedBy();
        this.content = JSON.toJson(filed);
    }
}
