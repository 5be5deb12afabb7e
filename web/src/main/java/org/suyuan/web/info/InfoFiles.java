package org.suyuan.web.info;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.suyuan.foodsafety.Attachment;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.foodsafety.NoticeSearch;

/** {@code /info-files/law/17/1}: a file that came with a notice, to be kept, never to be shown by the portal itself. */
@WebServlet("/info-files/*")
public class InfoFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern ADDRESS = Pattern.compile("/([a-z]+)/([0-9]{1,18})/([0-9]{1,3})");

    @Inject
    private transient NoticeSearch search;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = file(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var name = URLEncoder.encode(file.get().name(), StandardCharsets.UTF_8).replace("+", "%20");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        response.setContentType(file.get().mediaType());
        response.setContentLength(file.get().content().length);
        response.getOutputStream().write(file.get().content());
    }

    private Optional<Attachment> file(String path) {
        var address = ADDRESS.matcher(path);
        return address.matches()
                ? InfoCategory.ofPath(address.group(1))
                        .flatMap(category -> search.file(
                                category, Long.parseLong(address.group(2)), Integer.parseInt(address.group(3))))
                : Optional.empty();
    }
}
