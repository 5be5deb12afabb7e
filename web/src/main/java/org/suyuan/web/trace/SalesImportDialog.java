package org.suyuan.web.trace;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.omnifaces.cdi.ViewScoped;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.primefaces.model.file.UploadedFile;
import org.suyuan.shared.table.TableFormat;
import org.suyuan.trace.sheets.ImportedSales;
import org.suyuan.trace.sheets.SalesImport;
import org.suyuan.trace.sheets.SalesTarget;
import org.suyuan.web.portal.Answers;
import org.suyuan.web.portal.Language;

/** The dialogs 导入 and 粘贴: many rows of 销售信息 at once, all of them or those without an error. */
@Named
@ViewScoped
public class SalesImportDialog implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private TraceEdit edit;

    @Inject
    private SalesImport sales;

    @Inject
    private TraceSheets sheets;

    @Inject
    private Answers answers;

    @Inject
    private Language language;

    private transient UploadedFile file;
    private String pasted;
    private boolean validOnly;
    private ImportedSales result;
    private int taken;

    /** Opens one of the dialogs as new. */
    public void open(String dialog) {
        pasted = null;
        result = null;
        PrimeFaces.current().executeScript("PF('" + dialog + "Dialog').show()");
    }

    public void importFile() {
        if (file == null || file.getSize() == 0) {
            answers.refuse("importResult:problems", "traceText.noFile");
        } else {
            take("import", () -> sales.fromFile(content(), target(), language.getLocale()));
        }
    }

    public void paste() {
        take("paste", () -> sales.fromText(pasted, target(), language.getLocale()));
    }

    private void take(String dialog, Supplier<ImportedSales> reading) {
        result = null;
        taken = 0;
        if (!answers.toldOf(dialog + "Result:problems", () -> result = reading.get())) {
            return;
        }
        if (result.faultless() || validOnly) {
            taken = result.lines().size();
            edit.append(result.lines());
        }
        var nothingToSay = result.problems().isEmpty();
        result = result.summary();
        if (taken > 0) {
            pasted = null;
            answers.info("traceText.imported", taken);
            PrimeFaces.current().ajax().update(dialog, "report");
            PrimeFaces.current()
                    .executeScript("suyuan.changed()" + (nothingToSay ? "; PF('" + dialog + "Dialog').hide()" : ""));
        }
    }

    /** The list of what was wrong, as a file. */
    public void downloadProblems() throws IOException {
        Faces.sendFile(sheets.problems(result.problems()), sheets.fileName("problems", TableFormat.CSV), true);
    }

    private InputStream content() {
        try {
            return file.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SalesTarget target() {
        var goods = edit.getGoods();
        return goods == null
                ? new SalesTarget(null, null, null, edit.getSales())
                : new SalesTarget(goods.importDate(), goods.expiryDate(), goods.remaining(), edit.getSales());
    }

    public int getMostMegabytes() {
        return SalesImport.MOST_MEGABYTES;
    }

    public UploadedFile getFile() {
        return file;
    }

    public void setFile(UploadedFile file) {
        this.file = file;
    }

    public String getPasted() {
        return pasted;
    }

    public void setPasted(String pasted) {
        this.pasted = pasted;
    }

    public boolean isValidOnly() {
        return validOnly;
    }

    public void setValidOnly(boolean validOnly) {
        this.validOnly = validOnly;
    }

    /** Null before anything was read. */
    public ImportedSales getResult() {
        return result;
    }

    /** What came of the last reading, in a sentence or two. */
    public String getSummary() {
        var read = answers.text("traceText.importRows", result.rows(), result.faultyRows());
        return read + " "
                + (taken > 0 ? answers.text("traceText.importTaken", taken) : answers.text("traceText.importNothing"));
    }
}
