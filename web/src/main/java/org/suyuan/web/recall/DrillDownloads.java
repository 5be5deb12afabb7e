package org.suyuan.web.recall;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.suyuan.recall.drill.DrillEvidence;
import org.suyuan.shared.paper.PaperFormat;
import org.suyuan.shared.table.TableFormat;
import org.suyuan.web.portal.FileAnswer;
import org.suyuan.web.portal.Language;

/** The evidence of a finished drill: {@code /drill-papers/<演练编号>.xlsx} and {@code .pdf}. */
@WebServlet("/drill-papers/*")
public class DrillDownloads extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern FILE = Pattern.compile("/([A-Z0-9]+)\\.(xlsx|pdf)");
    private static final Map<String, String> CONTENT_TYPES = Map.of(
            TableFormat.XLSX.ending(), TableFormat.XLSX.contentType(),
            PaperFormat.PDF.ending(), PaperFormat.PDF.contentType());

    @Inject
    private transient DrillEvidence evidence;

    @Inject
    private transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = FILE.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        var content =
                file.matches() ? evidence.file(file.group(1), file.group(2)).orElse(null) : null;
        if (content == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var drill = ResourceBundle.getBundle("org.suyuan.web.recall.Texts", language.getLocale())
                .getString("drill");
        FileAnswer.send(
                response,
                "%s %s.%s".formatted(drill, file.group(1), file.group(2)),
                CONTENT_TYPES.get(file.group(2)),
                content);
    }
}
