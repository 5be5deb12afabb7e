package org.suyuan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the portal's door without a browser: keeps cookies as one, but sends what no browser would. */
public final class Visitor {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]* value=\"([^\"]+)\"");
    private static final Pattern NONCE = Pattern.compile("<script nonce=\"([^\"]+)\"");

    private final Portal portal;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private final Map<String, String> headers = new TreeMap<>();

    public Visitor(Portal portal) {
        this.portal = portal;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
    }

    /** Sends this header with each request from now on. */
    public Visitor saying(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Comes through a proxy on the portal's own machine. */
    public Visitor from(String address) {
        return saying("X-Forwarded-For", address);
    }

    /** Closes the browser and opens it again: the session is gone, what is kept longer stays. */
    public Visitor reopened() {
        var store = cookies.getCookieStore();
        List.copyOf(store.getCookies()).stream()
                .filter(cookie -> cookie.getMaxAge() < 0)
                .forEach(cookie -> store.remove(null, cookie));
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Opens a page and sends its form as a browser without scripts does. */
    public HttpResponse<String> submit(String path, String form, String button, Map<String, String> fields) {
        return submit(path, form, button, fields, secrets(path));
    }

    /** Sends the form of a page that was opened before. */
    public HttpResponse<String> submit(
            String path, String form, String button, Map<String, String> fields, Map<String, String> secrets) {
        var all = new TreeMap<>(secrets);
        fields.forEach((name, value) -> all.put(form + ":" + name, value));
        all.put(form, form);
        all.put(form + ":" + button, "");
        return post(path, all);
    }

    /** What the forms of a page say to prove that they are this session's. */
    public Map<String, String> secrets(String path) {
        var secrets = new TreeMap<String, String>();
        var page = get(path).body();
        VIEW_STATE.matcher(page).results().forEach(found -> secrets.put("jakarta.faces.ViewState", found.group(1)));
        NONCE.matcher(page).results().forEach(found -> secrets.put("primefaces.nonce", found.group(1)));
        return secrets;
    }

    /** Tries to sign in with a password. */
    public HttpResponse<String> signIn(String account, String password) {
        return submit("/login", "signIn", "go", Map.of("account", account, "password", password));
    }

    /** Whether this visitor is let in with this password. */
    public boolean isLetIn(String account, String password) {
        return signIn(account, password).statusCode() == 302;
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(portal.url(path)));
        headers.forEach(request::setHeader);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
