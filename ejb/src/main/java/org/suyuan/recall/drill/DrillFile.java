package org.suyuan.recall.drill;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.suyuan.shared.Sha256;

/** A file of the evidence of a drill, byte for byte as it was made when the drill ended. */
@Entity
@Table(name = "drill_file")
public class DrillFile {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "drill_file_seq")
    @SequenceGenerator(name = "drill_file_seq", sequenceName = "drill_file_seq", allocationSize = 50)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "drill_id")
    private Drill drill;

    private String format;

    private byte[] content;

    private String sha256;

    protected DrillFile() {}

    DrillFile(Drill drill, String format, byte[] content) {
        this.drill = drill;
        this.format = format;
        this.content = content;
        this.sha256 = Sha256.of(content);
    }

    String format() {
        return format;
    }

    byte[] content() {
        return content;
    }

    String sha256() {
        return sha256;
    }

    /** As the audit log names it. */
    @Override
    public String toString() {
        return "%s, %d bytes, SHA-256 %s".formatted(format, content.length, sha256);
    }
}
