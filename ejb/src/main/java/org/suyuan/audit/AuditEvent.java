package org.suyuan.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of the audit log; never changed, never deleted before its retention ends. */
@Entity
@Table(name = "audit_event")
public class AuditEvent {

    private static final int LONGEST_DETAIL = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_event_seq")
    @SequenceGenerator(name = "audit_event_seq", sequenceName = "audit_event_seq", allocationSize = 50)
    private Long id;

    @Column(name = "happened_at")
    private Instant happenedAt;

    private String actor;
    private String enterprise;
    private String address;
    private String card;
    private String action;
    private String subject;
    private String detail;

    protected AuditEvent() {}

    AuditEvent(Instant happenedAt, Actor actor, String action, String subject, String detail) {
        this.happenedAt = happenedAt;
        this.actor = actor.name();
        this.enterprise = actor.enterprise();
        this.address = actor.address();
        this.card = actor.card();
        this.action = action;
        this.subject = subject;
        var whole =
                actor.principal() == null ? detail : "for " + actor.principal() + (detail == null ? "" : ": " + detail);
        this.detail = whole == null || whole.length() <= LONGEST_DETAIL ? whole : whole.substring(0, LONGEST_DETAIL);
    }

    public String actor() {
        return actor;
    }

    public String action() {
        return action;
    }

    public String detail() {
        return detail;
    }

    public Instant happenedAt() {
        return happenedAt;
    }
}
