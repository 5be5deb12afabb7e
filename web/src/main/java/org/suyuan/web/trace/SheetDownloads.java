package org.suyuan.web.trace;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.suyuan.shared.table.TableFormat;
import org.suyuan.trace.sheets.SalesImport;
import org.suyuan.web.portal.FileAnswer;
import org.suyuan.web.portal.Language;

/**
 * Files for spreadsheets at addresses of their own: {@code /sheets/template.xlsx} to fill in and import, {@code
 * /sheets/<统一编号>.xlsx} with the sales of a report; the same as {@code .csv}.
 */
@WebServlet("/sheets/*")
public class SheetDownloads extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SalesImport sales;

    @Inject
    private transient TraceSheets sheets;

    @Inject
    private transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        var dot = file.lastIndexOf('.');
        var name = file.substring(0, Math.max(0, dot));
        var format = TableFormat.ofEnding(file.substring(dot + 1));
        var content = format.isEmpty() ? Optional.<byte[]>empty() : content(name, format.get());
        if (content.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var shown = name.equals("template") ? sheets.fileName("template", format.get()) : file;
        FileAnswer.send(response, shown, format.get().contentType(), content.get());
    }

    private Optional<byte[]> content(String name, TableFormat format) throws IOException {
        return name.equals("template")
                ? Optional.of(sales.template(format, language.getLocale()))
                : sheets.sales(name, format);
    }
}
