package org.suyuan.exchange.inbound;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.suyuan.exchange.message.Rejection;

/** A record of an inbound file that was not taken, kept as it came. Written in bulk, read here. */
@Entity
@Table(name = "rejected_record")
public class RejectedRecord {

    @Id
    private Long id;

    @Column(name = "file_id")
    private long fileId;

    @Column(name = "record_no")
    private long number;

    private int line;

    @Column(name = "record_key")
    private String key;

    @Enumerated(EnumType.STRING)
    private Rejection.Code code;

    private String reason;
    private String raw;

    protected RejectedRecord() {}

    Rejection rejection() {
        return new Rejection(number, line, key, code, reason, raw);
    }
}
