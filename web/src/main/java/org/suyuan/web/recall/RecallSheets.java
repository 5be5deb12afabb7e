package org.suyuan.web.recall;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.suyuan.recall.AffectedSale;
import org.suyuan.recall.RecallExport;
import org.suyuan.recall.notices.NoticeQueries;
import org.suyuan.recall.notices.NoticeRow;
import org.suyuan.shared.table.Table;
import org.suyuan.shared.table.TableFormat;
import org.suyuan.web.portal.FileAnswer;
import org.suyuan.web.portal.Format;
import org.suyuan.web.portal.Language;

/**
 * Who has a recalled lot, as files for spreadsheets: {@code /recall-sheets/<召回任务编号>/buyers.xlsx} is the contact list with what each buyer was told,
 * {@code …/sales.xlsx} every sale; the same as {@code .csv}.
 */
@WebServlet("/recall-sheets/*")
public class RecallSheets extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern FILE = Pattern.compile("/([A-Z0-9]+)/(buyers|sales)\\.([a-z]+)");

    @Inject
    private transient RecallExport export;

    @Inject
    private transient NoticeQueries notices;

    @Inject
    private transient Language language;

    @Inject
    private transient Format format;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = FILE.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        var format = file.matches() ? TableFormat.ofEnding(file.group(3)) : Optional.<TableFormat>empty();
        var table =
                format.flatMap(known -> file.group(2).equals("buyers") ? buyers(file.group(1)) : sales(file.group(1)));
        if (table.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            var name = "%s %s.%s".formatted(file.group(1), table.get().name(), file.group(3));
            FileAnswer.send(
                    response, name, format.get().contentType(), format.get().written(table.get()));
        }
    }

    private Optional<Table> buyers(String taskNo) {
        return notices.export(taskNo)
                .map(buyers -> new Table(
                        text("buyers"),
                        texts(
                                "buyerName",
                                "buyerUscc",
                                "buyerAddress",
                                "buyerContact",
                                "soldQuantity",
                                "salesCount",
                                "lastDelivery",
                                "noticeState",
                                "toldAt",
                                "way",
                                "openedAt",
                                "confirmedAt",
                                "returned",
                                "unrecoverable",
                                "contactPerson",
                                "phone",
                                "remark",
                                "reminders",
                                "unanswered",
                                "email"),
                        buyers.stream().map(this::cells).toList()));
    }

    private Optional<Table> sales(String taskNo) {
        return export.sales(taskNo)
                .map(sales -> new Table(
                        text("sales"),
                        texts(
                                "unifiedNo",
                                "batchNo",
                                "rowNo",
                                "buyerName",
                                "buyerUscc",
                                "buyerAddress",
                                "buyerContact",
                                "soldQuantity",
                                "deliveryDate"),
                        sales.stream().map(RecallSheets::cells).toList()));
    }

    private List<?> cells(NoticeRow row) {
        var buyer = row.buyer();
        var cells = new ArrayList<Object>(Arrays.asList(
                buyer.name(),
                buyer.uscc().value(),
                buyer.address(),
                buyer.contact(),
                buyer.soldQuantity(),
                (int) buyer.sales(),
                buyer.lastDelivery(),
                text("state." + row.state())));
        if (row.notice() != null) {
            var notice = row.notice();
            cells.addAll(Arrays.asList(
                    format.minute(notice.toldAt()),
                    notice.toldWay() == null ? null : text("way." + notice.toldWay()),
                    format.minute(notice.openedAt()),
                    format.minute(notice.confirmedAt()),
                    notice.returned(),
                    notice.unrecoverable(),
                    notice.contactPerson(),
                    notice.phone(),
                    notice.remark(),
                    notice.reminders(),
                    format.minute(notice.escalatedAt())));
        } else {
            cells.addAll(Collections.nCopies(11, null));
        }
        cells.add(row.email());
        return cells;
    }

    private static List<?> cells(AffectedSale sale) {
        return Arrays.asList(
                sale.unifiedNo(),
                sale.batchNo(),
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
        return ResourceBundle.getBundle("org.suyuan.web.recall.Texts", language.getLocale())
                .getString(key);
    }
}
