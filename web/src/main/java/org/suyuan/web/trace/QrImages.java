package org.suyuan.web.trace;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.suyuan.trace.QrCodes;

/**
 * Images of QR codes: {@code /qr/{token}.png} for pages, which enlarge it, {@code /qr/{token}-print.png} and {@code
 * /qr/{token}.svg} to keep and print.
 */
@WebServlet("/qr/*")
public class QrImages extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PRINTABLE = "-print.png";
    private static final String SMALL = ".png";
    private static final String DRAWN = ".svg";

    @Inject
    private transient QrCodes codes;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        var image = image(file);
        if (image.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var tag = '"' + Integer.toHexString(Arrays.hashCode(image.get())) + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.endsWith(DRAWN) ? "image/svg+xml" : "image/png");
        if (!file.endsWith(SMALL) || file.endsWith(PRINTABLE)) {
            response.setHeader("Content-Disposition", "attachment; filename=\"qr-" + file + '"');
        }
        response.setContentLength(image.get().length);
        response.getOutputStream().write(image.get());
    }

    private Optional<byte[]> image(String file) {
        if (file.endsWith(PRINTABLE)) {
            return codes.printable(without(PRINTABLE, file));
        }
        if (file.endsWith(SMALL)) {
            return codes.image(without(SMALL, file));
        }
        if (file.endsWith(DRAWN)) {
            return codes.svg(without(DRAWN, file)).map(svg -> svg.getBytes(StandardCharsets.UTF_8));
        }
        return Optional.empty();
    }

    private static String without(String ending, String file) {
        return file.substring(0, file.length() - ending.length());
    }
}
