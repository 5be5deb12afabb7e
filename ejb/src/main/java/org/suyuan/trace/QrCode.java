package org.suyuan.trace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** 追溯二维码 of one report: an unguessable token behind the public address, and the image of that address (S6). */
@Entity
@Table(name = "qr_code")
public class QrCode {

    @Id
    @Column(name = "report_id")
    private Long reportId;

    private String token;
    private String text;
    private byte[] image;

    protected QrCode() {}

    String token() {
        return token;
    }

    String text() {
        return text;
    }

    byte[] image() {
        return image;
    }

    long reportId() {
        return reportId;
    }
}
