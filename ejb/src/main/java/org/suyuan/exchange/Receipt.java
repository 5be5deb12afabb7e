package org.suyuan.exchange;

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
import org.suyuan.trace.CustomsAnswer;

/** 回执: an answer of customs, kept verbatim whatever came of it. */
@Entity
@Table(name = "receipt")
public class Receipt {

    /** What came of a receipt. */
    public enum Outcome {
        /** The status of the report or round moved. */
        APPLIED,
        /** Late, out of order or telling nothing new: kept, nothing changed. */
        WITHOUT_EFFECT,
        /** Another receipt with this message id came before: kept, nothing changed. */
        CONFLICTING,
        /** There is no report, or round, of this number. */
        UNKNOWN_REPORT,
        /** The same bytes again: not even kept twice. */
        REPEATED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "receipt_seq")
    @SequenceGenerator(name = "receipt_seq", sequenceName = "receipt_seq", allocationSize = 50)
    private Long id;

    @Column(name = "message_id")
    private String messageId;

    @Column(name = "message_type")
    private String messageType;

    @Column(name = "business_key")
    private String businessKey;

    private int version;

    @Column(name = "code_family")
    private String codeFamily;

    private String code;
    private String text;

    @Column(name = "returned_at")
    private Instant returnedAt;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String sha256;
    private byte[] raw;

    protected Receipt() {}

    Receipt(ReceiptMessage message, String sha256, Outcome outcome, Instant receivedAt) {
        this.messageId = message.messageId();
        this.messageType = message.kind().type();
        this.businessKey = message.subject();
        this.version = message.version();
        this.codeFamily = CustomsAnswer.FAMILY;
        this.code = message.answer().code();
        this.text = message.answer().text();
        this.returnedAt = message.answer().returnedAt();
        this.receivedAt = receivedAt;
        this.outcome = outcome;
        this.sha256 = sha256;
        this.raw = message.file();
    }

    String sha256() {
        return sha256;
    }
}
