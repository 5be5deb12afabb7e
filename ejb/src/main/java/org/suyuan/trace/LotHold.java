package org.suyuan.trace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * Lots of a declared goods item that may not be sold any more, because they are recalled (食品安全法 art. 63). Holds from
 * the moment the recall is known until it is cancelled; a completed recall does not make the lots fit for sale.
 */
@Entity
@Table(name = "lot_hold")
public class LotHold {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lot_hold_seq")
    @SequenceGenerator(name = "lot_hold_seq", sequenceName = "lot_hold_seq", allocationSize = 50)
    private Long id;

    @Column(name = "task_no")
    private String taskNo;

    @Column(name = "declaration_no")
    private String declarationNo;

    @Column(name = "goods_seq_no")
    private int goodsSeqNo;

    @Column(name = "batch_nos")
    private String batchNos;

    private String reason;

    @Column(name = "placed_at")
    private Instant placedAt;

    @Column(name = "lifted_at")
    private Instant liftedAt;

    protected LotHold() {}

    LotHold(String taskNo, Instant now) {
        this.taskNo = taskNo;
        this.placedAt = now;
    }

    void place(String newDeclarationNo, int newSeqNo, String newBatchNos, String newReason) {
        declarationNo = newDeclarationNo;
        goodsSeqNo = newSeqNo;
        batchNos = newBatchNos;
        reason = newReason;
        liftedAt = null;
    }

    void lift(Instant now) {
        liftedAt = now;
    }

    /** @param sold the 生产批号 of a sale, separated by {@code ;}, or null: then it may be of any lot */
    boolean covers(String sold) {
        return batchNos == null || sold == null || !Collections.disjoint(lots(batchNos), lots(sold));
    }

    private static List<String> lots(String batchNos) {
        return List.of(batchNos.split(";"));
    }

    String taskNo() {
        return taskNo;
    }

    String reason() {
        return reason;
    }
}
