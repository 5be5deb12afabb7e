package org.suyuan.web.portal;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What a telephone needs to know to put the portal on its home screen, where it opens with 扫一扫. Browsers ask without
 * cookies, so the address names the language: {@code /app.webmanifest?language=en}. There is no service worker on purpose:
 * none could keep a page of an enterprise by mistake (ADR-007).
 */
@WebServlet("/app.webmanifest")
public class WebManifest extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var locale = "en".equals(request.getParameter("language")) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        var texts = ResourceBundle.getBundle("org.suyuan.web.portal.Texts", locale);
        var root = request.getContextPath();
        var manifest = Json.createObjectBuilder()
                .add("id", root + "/scan")
                .add("name", texts.getString("appTitle"))
                .add("short_name", texts.getString("appShortTitle"))
                .add("description", texts.getString("description"))
                .add("lang", locale.toLanguageTag())
                .add("start_url", root + "/scan")
                .add("scope", root + "/")
                .add("display", "standalone")
                .add("theme_color", "#0d3f7f")
                .add("background_color", "#f3f6f9")
                .add(
                        "icons",
                        Json.createArrayBuilder()
                                .add(icon(root, "icon-192", "192x192", "any"))
                                .add(icon(root, "icon-512", "512x512", "any"))
                                .add(icon(root, "icon-maskable", "512x512", "maskable")))
                .build();
        response.setContentType("application/manifest+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(manifest.toString());
    }

    private static JsonObjectBuilder icon(String root, String name, String sizes, String purpose) {
        return Json.createObjectBuilder()
                .add("src", root + "/jakarta.faces.resource/" + name + ".png.xhtml?ln=suyuan")
                .add("sizes", sizes)
                .add("type", "image/png")
                .add("purpose", purpose);
    }
}
