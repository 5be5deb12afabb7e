package org.suyuan.recall;

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
import java.math.BigDecimal;
import java.time.LocalDate;
import org.suyuan.shared.PhoneNumber;
import org.suyuan.shared.SocialCreditCode;

/** 召回处理情况: what one responsible person brought back within some days. */
@Entity
@Table(name = "recall_action")
public class RecallAction {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recall_action_seq")
    @SequenceGenerator(name = "recall_action_seq", sequenceName = "recall_action_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "round_id")
    private RecallRound round;

    @Column(name = "importer_uscc")
    private SocialCreditCode importer;

    @Column(name = "row_no")
    private int rowNo;

    @Column(name = "responsible_person")
    private String responsiblePerson;

    private String phone;

    @Column(name = "start_date")
    private LocalDate startDate;

    @Column(name = "end_date")
    private LocalDate endDate;

    @Column(name = "recalled_quantity")
    private BigDecimal recalledQuantity;

    private String measures;

    @Column(name = "notice_id")
    private Long noticeId;

    protected RecallAction() {}

    RecallAction(RecallRound round) {
        this.round = round;
        this.importer = round.importer();
    }

    void fill(int rowNo, ActionLine line) {
        this.rowNo = rowNo;
        this.responsiblePerson = line.getResponsiblePerson().strip();
        this.phone = new PhoneNumber(line.getPhone()).value();
        this.startDate = line.getStartDate();
        this.endDate = line.getEndDate();
        this.recalledQuantity = line.getRecalledQuantity();
        this.measures = line.getMeasures() == null || line.getMeasures().isBlank()
                ? null
                : line.getMeasures().strip();
        this.noticeId = line.getNoticeId();
    }

    /** True when both take over what the same buyer has confirmed. */
    boolean takesSame(ActionLine line) {
        return noticeId != null && noticeId.equals(line.getNoticeId());
    }

    ActionLine line() {
        var line = new ActionLine();
        line.setResponsiblePerson(responsiblePerson);
        line.setPhone(phone);
        line.setStartDate(startDate);
        line.setEndDate(endDate);
        line.setRecalledQuantity(recalledQuantity.stripTrailingZeros());
        line.setMeasures(measures);
        line.setNoticeId(noticeId);
        return line;
    }

    public int rowNo() {
        return rowNo;
    }

    /** 召回负责人 */
    public String responsiblePerson() {
        return responsiblePerson;
    }

    /** 联系电话: a mobile number. */
    public String phone() {
        return phone;
    }

    public LocalDate startDate() {
        return startDate;
    }

    /** 召回完成日期 of this round (A7). */
    public LocalDate endDate() {
        return endDate;
    }

    /** 已召回数量 in the unit of the declaration. */
    public BigDecimal recalledQuantity() {
        return recalledQuantity;
    }

    /** 召回措施, or null. */
    public String measures() {
        return measures;
    }
}
