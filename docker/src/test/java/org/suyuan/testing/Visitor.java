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
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.suyuan.identity.card.CardOffice.IssuedCard;

/** Somebody at the portal's door without a browser: keeps cookies as one, but sends what no browser would. */
public final class Visitor {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]* value=\"([^\"]+)\"");
    private static final Pattern NONCE = Pattern.compile("<script nonce=\"([^\"]+)\"");
    private static final Pattern CHALLENGE = Pattern.compile("challenge&#34;:&#34;([^&]+)&#34;");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String BY_CARD = "/login?way=card";

    private final String origin;
    private final CookieManager cookies;
    private final HttpClient client;
    private final Map<String, String> headers = new TreeMap<>();

    public Visitor(Portal portal) {
        this(portal.url(""), HttpClient.newBuilder());
    }

    /**
     * @param origin of one of the portal's listeners
     * @param client what it connects with
     */
    public Visitor(String origin, HttpClient.Builder client) {
        this(origin, client, new CookieManager());
    }

    private Visitor(String origin, HttpClient.Builder client, CookieManager cookies) {
        this.origin = origin;
        this.cookies = cookies;
        this.client = client.version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
    }

    /** The same person with the same session at another node. */
    public Visitor at(Portal node) {
        return new Visitor(node.url(""), HttpClient.newBuilder(), cookies);
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

    /** Presses the button of a page that bears these words and posts its form without scripts. */
    public HttpResponse<String> press(String path, String words) {
        var name = found(
                Pattern.compile("<input[^>]* name=\"([^\"]+)\"[^>]* value=\"" + Pattern.quote(words) + "\""), path);
        var all = new TreeMap<>(secrets(path));
        all.put(form(name), form(name));
        all.put(name, words);
        return post(path, all);
    }

    /** Does what the page's scripts do for a control that posts in the background. */
    public HttpResponse<String> ask(
            String path, String control, Map<String, String> fields, Map<String, String> secrets) {
        var all = new TreeMap<>(secrets);
        all.putAll(fields);
        all.put(form(control), form(control));
        all.put(control, control);
        all.put("jakarta.faces.partial.ajax", "true");
        all.put("jakarta.faces.source", control);
        all.put("jakarta.faces.partial.execute", "@all");
        all.put("jakarta.faces.partial.render", form(control));
        return post(path, all);
    }

    private static String form(String control) {
        return control.substring(0, control.indexOf(':'));
    }

    /** The first group of what is found in a page. */
    private String found(Pattern pattern, String path) {
        return found(pattern, path, get(path).body());
    }

    private static String found(Pattern pattern, String where, String body) {
        var found = pattern.matcher(body);
        if (!found.find()) {
            throw new IllegalStateException("No " + pattern + " in " + where + ": " + body);
        }
        return found.group(1);
    }

    /** What the forms of a page say to prove that they are this session's. */
    public Map<String, String> secrets(String path) {
        return secretsOf(get(path).body());
    }

    /** The same of a page that is there already. */
    public static Map<String, String> secretsOf(String page) {
        var secrets = new TreeMap<String, String>();
        VIEW_STATE.matcher(page).results().forEach(found -> secrets.put("jakarta.faces.ViewState", found.group(1)));
        NONCE.matcher(page).results().forEach(found -> secrets.put("primefaces.nonce", found.group(1)));
        return secrets;
    }

    /** Tries to sign in with a password. */
    public HttpResponse<String> signIn(String account, String password) {
        return submit("/login", "signIn", "go", Map.of("account", account, "password", password));
    }

    /** Signs in with a card as the page does it with the card control. */
    public Visitor signInWith(IssuedCard card) {
        try {
            var challenge = found(
                    CHALLENGE, BY_CARD, command("poseCardChallenge", Map.of()).body());
            command("answerCardChallenge", Map.of("certificate", card.pem(), "signature", card.sign(challenge)));
            return this;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A command of the scripts of the page for cards. */
    private HttpResponse<String> command(String name, Map<String, String> fields) {
        var control = found(Pattern.compile(name + " = function.{1,60}?\\{s:\"([^\"]+)\""), BY_CARD);
        var all = new TreeMap<>(fields);
        all.put("way", "card");
        return ask(BY_CARD, control, all, secrets(BY_CARD));
    }

    /** Whether this visitor is let in with this password. */
    public boolean isLetIn(String account, String password) {
        return signIn(account, password).statusCode() == 302;
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).timeout(PATIENCE);
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
