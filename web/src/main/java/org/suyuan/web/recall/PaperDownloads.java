package org.suyuan.web.recall;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.suyuan.recall.papers.PaperName;
import org.suyuan.recall.papers.RecallPapers;
import org.suyuan.shared.paper.PaperFormat;
import org.suyuan.web.portal.FileAnswer;

/**
 * The papers of a recall at addresses of their own: {@code /papers/<召回任务编号>/plan.docx}, {@code announcement}, {@code
 * interim-1} and {@code final}; the same as {@code .pdf}.
 */
@WebServlet("/papers/*")
public class PaperDownloads extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern ADDRESS = Pattern.compile("/([^/]+)/([a-z]+(?:-\\d+)?)\\.([a-z]+)");

    @Inject
    private transient RecallPapers papers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = ADDRESS.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        var name = address.matches() ? PaperName.parse(address.group(2)).orElse(null) : null;
        var format =
                name == null ? null : PaperFormat.ofEnding(address.group(3)).orElse(null);
        var file = format == null
                ? null
                : papers.make(address.group(1), name, format).orElse(null);
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        FileAnswer.send(response, file.name(), format.contentType(), file.content());
    }
}
