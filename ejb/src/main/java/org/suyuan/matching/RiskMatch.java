package org.suyuan.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.suyuan.shared.SocialCreditCode;

/**
 * 风险匹配: a notice that concerns goods of an importer. The job finds it and keeps it up with notice and goods
 * ({@link MatchStore}); the importer reads it and says whether it does concern them. What was decided may be decided
 * otherwise later; the audit log has all of it.
 */
@Entity
@Table(name = "risk_match")
public class RiskMatch {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "notice_id")
    private long noticeId;

    @Column(name = "importer_uscc")
    private SocialCreditCode importer;

    @Enumerated(EnumType.STRING)
    private MatchState state;

    @Column(name = "read_at")
    private Instant readAt;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decision_reason")
    private String decisionReason;

    @Version
    @Column(name = "lock_version")
    private int lockVersion;

    protected RiskMatch() {}

    void read(Instant now) {
        readAt = now;
    }

    void confirm(String by, String reason, Instant now) {
        decide(MatchState.CONFIRMED, by, reason, now);
    }

    void dismiss(String by, String reason, Instant now) {
        decide(MatchState.DISMISSED, by, reason, now);
    }

    private void decide(MatchState decision, String by, String reason, Instant now) {
        state = decision;
        decidedBy = by;
        decisionReason = reason;
        decidedAt = now;
        readAt = now;
    }

    public boolean unread() {
        return readAt == null;
    }

    public long noticeId() {
        return noticeId;
    }
}
