package org.suyuan.web.trace;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.cdi.ViewScoped;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.suyuan.declaration.DeclarationQueries;
import org.suyuan.shared.DeclarationNumber;
import org.suyuan.trace.CompleteReport;
import org.suyuan.trace.SalesLine;
import org.suyuan.trace.SavedReport;
import org.suyuan.trace.TraceDetail;
import org.suyuan.trace.TraceFiling;
import org.suyuan.trace.TraceQueries;
import org.suyuan.trace.TraceReportForm;
import org.suyuan.web.portal.Answers;

/** 追溯填报: one report being written. Its acts are synchronized, so that a double click cannot make two reports. */
@Named
@ViewScoped
public class TraceEdit implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String DECLARATION_NO = "report:declarationNo";

    @Inject
    private TraceFiling filing;

    @Inject
    private TraceQueries reports;

    @Inject
    private DeclarationQueries declarations;

    @Inject
    private Validator validator;

    @Inject
    private Answers answers;

    @Inject
    @Param(name = "no")
    private String unifiedNo;

    private TraceReportForm form = new TraceReportForm();
    private Header header;
    private Goods goods;
    private String declarationNo;
    private int doomedRow;

    /** Begins a new report, or opens the one that the address names. */
    public void open() {
        if (unifiedNo == null) {
            return;
        }
        var detail = reports.detail(unifiedNo);
        if (detail.isEmpty()) {
            Faces.responseSendError(404, null);
        } else if (detail.get().report().status().isEditable()) {
            show(detail.get());
        } else {
            Faces.redirect("trace/%s", unifiedNo);
        }
    }

    public synchronized void saveDraft() {
        if (batchesChosen() && answers.toldOf(() -> reopen(filing.saveDraft(form)))) {
            answers.info("traceText.saved", form.getUnifiedNo());
            if (declarationNo != null && !declarationNo.equals(form.getDeclarationNo())) {
                answers.warn(null, "traceText.savedWithoutGoods", declarationNo);
            }
            PrimeFaces.current().executeScript("suyuan.saved('" + form.getUnifiedNo() + "')");
        }
    }

    /** Asks before it files, with the totals in front of the filer (T32). */
    public void askToSubmit() {
        if (complete()) {
            PrimeFaces.current().executeScript("PF('submitDialog').show()");
        }
    }

    /** 校验: says everything that keeps the report from being submitted, with the way to each field (F21). */
    public void check() {
        if (complete()) {
            answers.info("traceText.checkedFine");
        }
    }

    private boolean complete() {
        var matches = declarationMatchesGoods();
        var violations = validator.validate(form, CompleteReport.class).stream()
                .filter(violation -> matches || !field(violation).equals(DECLARATION_NO))
                .toList();
        return matches
                & batchesChosen()
                & answers.complete(violations, TraceEdit::field)
                & withinBalance()
                & deliveredAfterImport();
    }

    private static String field(ConstraintViolation<?> violation) {
        return field(violation.getPropertyPath().toString());
    }

    /** Client id of the field behind a property of the form; a row of sales is opened by its link 修改. */
    private static String field(String property) {
        if (property.startsWith("sales[")) {
            return "report:sales:" + property.substring("sales[".length(), property.indexOf(']')) + ":change";
        }
        return switch (property) {
            case "sales" -> "report:addSale";
            case "generateQr" -> "report:generateQr";
            default -> DECLARATION_NO;
        };
    }

    public synchronized void submit() {
        if (batchesChosen() && answers.toldOf(() -> keep(filing.submit(form)))) {
            leaveFor("trace/" + form.getUnifiedNo(), "traceText.submitted");
        }
    }

    public synchronized void delete() {
        if (answers.toldOf(() -> filing.delete(form.getUnifiedNo(), form.getLockVersion()))) {
            leaveFor("trace/list", "traceText.deleted");
        }
    }

    private void leaveFor(String address, String message) {
        answers.info(message, form.getUnifiedNo());
        Faces.getFlash().setKeepMessages(true);
        Faces.redirect(address);
    }

    /** Takes over the goods item that was picked. */
    void pick(Goods picked) {
        goods = picked;
        declarationNo = picked.declarationNo();
        form.setDeclarationNo(picked.declarationNo());
        form.setGoodsSeqNo(picked.seqNo());
        form.setBatchNos(new ArrayList<>(picked.batches()));
    }

    /** Writes a row of 销售信息: a new one, or another in the place of an existing one. */
    void put(int row, SalesLine line) {
        if (row < form.getSales().size()) {
            form.getSales().set(row, line);
        } else {
            form.getSales().add(line);
        }
    }

    synchronized void append(List<SalesLine> lines) {
        form.getSales().addAll(lines);
    }

    public void removeAllSales() {
        form.getSales().clear();
        PrimeFaces.current().executeScript("PF('removeSalesDialog').hide(); suyuan.changed()");
    }

    public void askToRemoveSale(int row) {
        doomedRow = row;
        PrimeFaces.current().executeScript("PF('removeSaleDialog').show()");
    }

    public void removeSale() {
        if (doomedRow < form.getSales().size()) {
            form.getSales().remove(doomedRow);
        }
        PrimeFaces.current().executeScript("PF('removeSaleDialog').hide()");
    }

    private void keep(SavedReport saved) {
        form.setUnifiedNo(saved.unifiedNo());
        form.setLockVersion(saved.lockVersion());
    }

    private void reopen(SavedReport saved) {
        keep(saved);
        header = reports.detail(saved.unifiedNo()).map(Header::of).orElseThrow();
    }

    private void show(TraceDetail detail) {
        form = detail.form();
        header = Header.of(detail);
        declarationNo = form.getDeclarationNo();
        if (declarationNo != null) {
            goods = declaredNow(form).orElseGet(() -> {
                answers.warn(null, "traceText.withdrawn", declarationNo);
                return Goods.asFiled(detail.report().goods());
            });
        }
    }

    private Optional<Goods> declaredNow(TraceReportForm form) {
        var number = new DeclarationNumber(form.getDeclarationNo());
        return declarations
                .find(number)
                .flatMap(declaration -> reports.pickableItems(number).stream()
                        .filter(item -> item.item().seqNo() == form.getGoodsSeqNo())
                        .findFirst()
                        .map(item -> Goods.of(declaration, item)));
    }

    private boolean batchesChosen() {
        if (goods != null && !goods.batches().isEmpty() && form.getBatchNos().isEmpty()) {
            answers.refuseAt("report:batches", "traceText.batchRequired");
            return false;
        }
        return true;
    }

    private boolean declarationMatchesGoods() {
        if (declarationNo != null && !Objects.equals(declarationNo, form.getDeclarationNo())) {
            answers.refuseAt(DECLARATION_NO, "traceText.goodsNotPicked", declarationNo);
            return false;
        }
        return true;
    }

    private boolean withinBalance() {
        if (goods != null && goods.remaining() != null && getSoldTotal().compareTo(goods.remaining()) > 0) {
            answers.refuseAt("report:addSale", "traceText.soldTooMuch", getSoldTotal(), goods.remaining());
            return false;
        }
        return true;
    }

    private boolean deliveredAfterImport() {
        var fine = true;
        for (int i = 0; goods != null && i < form.getSales().size(); i++) {
            var delivered = form.getSales().get(i).getDeliveryDate();
            if (delivered != null && delivered.isBefore(goods.importDate())) {
                answers.refuseAt(
                        field("sales[" + i + "]"),
                        "traceText.rowDeliveredBeforeImport",
                        i + 1,
                        delivered,
                        goods.importDate());
                fine = false;
            }
        }
        return fine;
    }

    public BigDecimal getSoldTotal() {
        return soldBeside(-1);
    }

    /** Sold by all rows of this report but one. */
    BigDecimal soldBeside(int row) {
        var total = BigDecimal.ZERO;
        for (int i = 0; i < form.getSales().size(); i++) {
            var sold = form.getSales().get(i).getSoldQuantity();
            total = i == row || sold == null ? total : total.add(sold);
        }
        return total;
    }

    /** What will be left to report as sold after this report. */
    public BigDecimal getLeft() {
        return goods == null || goods.remaining() == null
                ? null
                : goods.remaining().subtract(getSoldTotal());
    }

    public boolean isDeletable() {
        return header != null;
    }

    public TraceReportForm getForm() {
        return form;
    }

    public List<SalesLine> getSales() {
        return form.getSales();
    }

    public Header getHeader() {
        return header;
    }

    public Goods getGoods() {
        return goods;
    }

    public int getDoomedRow() {
        return doomedRow;
    }

    public String getDoomedBuyer() {
        return doomedRow < form.getSales().size()
                ? form.getSales().get(doomedRow).getBuyerName()
                : null;
    }

    public String getDeclarationNo() {
        return declarationNo;
    }

    /** As typed; spaces that came with a copied number are dropped. */
    public void setDeclarationNo(String declarationNo) {
        this.declarationNo = declarationNo == null ? null : declarationNo.replaceAll("[\\s\\p{Zs}]", "");
    }
}
