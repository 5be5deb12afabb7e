package org.suyuan.web.trace;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.suyuan.shared.table.Table;
import org.suyuan.shared.table.TableFormat;
import org.suyuan.trace.SalesRecord;
import org.suyuan.trace.TraceCriteria;
import org.suyuan.trace.TraceExport;
import org.suyuan.trace.TraceRow;
import org.suyuan.trace.sheets.SalesColumn;
import org.suyuan.trace.sheets.SalesProblem;
import org.suyuan.web.portal.Language;

/** What pages show as lists, as files for spreadsheets, in the language of the pages. */
@RequestScoped
public class TraceSheets {

    @Inject
    private TraceExport export;

    @Inject
    private Language language;

    /** All hits that 追溯查询 can show. */
    public byte[] hits(TraceCriteria criteria, TableFormat format) throws IOException {
        var names = texts(
                "unifiedNo",
                "declarationNo",
                "goodsSeqNo",
                "goodsName",
                "batch",
                "reportDate",
                "status",
                "reason",
                "agentName");
        var rows = export.hits(criteria).stream().map(this::cells).toList();
        return format.written(new Table(text("sheet.reports"), names, rows));
    }

    /** 销售信息 of a report; empty for somebody else's. Its columns are those that can be imported. */
    public Optional<byte[]> sales(String unifiedNo, TableFormat format) throws IOException {
        var sales = export.sales(unifiedNo);
        if (sales.isEmpty()) {
            return Optional.empty();
        }
        var names = Stream.concat(
                Stream.of(text("rowNo")),
                Stream.of(SalesColumn.values()).map(column -> column.label(language.getLocale())));
        var rows = sales.get().stream().map(TraceSheets::cells).toList();
        return Optional.of(format.written(new Table(text("salesBlock"), names.toList(), rows)));
    }

    /** What was wrong in an imported file. */
    public byte[] problems(List<SalesProblem> problems) throws IOException {
        var rows = problems.stream()
                .map(problem -> Arrays.asList(
                        problem.sheet(),
                        problem.row(),
                        problem.column(),
                        problem.value(),
                        text(problem.warning() ? "problem.warning" : "problem.error"),
                        problem.rule()))
                .toList();
        var names = texts(
                "problem.sheet", "problem.row", "problem.column", "problem.value", "problem.kind", "problem.rule");
        return TableFormat.CSV.written(new Table("", names, rows));
    }

    /** @param key of the text that names the file: {@code sheet.<key>} */
    public String fileName(String key, TableFormat format) {
        return text("sheet." + key) + "." + format.ending();
    }

    private List<?> cells(TraceRow row) {
        return Arrays.asList(
                row.unifiedNo(),
                row.declarationNo(),
                row.goodsSeqNo(),
                row.foodName(),
                row.batchNo(),
                row.reportDate(),
                text("status." + row.status()),
                row.customsReason(),
                row.agentName());
    }

    private static List<?> cells(SalesRecord sale) {
        return List.of(
                sale.rowNo(),
                sale.buyerName(),
                sale.buyerUscc().value(),
                sale.buyerAddress(),
                sale.buyerContact(),
                sale.soldQuantity(),
                sale.deliveryDate());
    }

    private List<String> texts(String... keys) {
        return Stream.of(keys).map(this::text).toList();
    }

    private String text(String key) {
        return ResourceBundle.getBundle("org.suyuan.web.trace.Texts", language.getLocale())
                .getString(key);
    }
}
