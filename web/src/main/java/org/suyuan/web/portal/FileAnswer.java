package org.suyuan.web.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file to keep as the answer to a request. */
public final class FileAnswer {

    private FileAnswer() {}

    /** @param name under which the browser keeps it */
    public static void send(HttpServletResponse response, String name, String contentType, byte[] content)
            throws IOException {
        response.setContentType(contentType);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
