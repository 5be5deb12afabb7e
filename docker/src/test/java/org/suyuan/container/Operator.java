package org.suyuan.container;

import jakarta.json.Json;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.suyuan.testing.Portal;
import org.suyuan.trace.SavedReport;
import org.suyuan.trace.TraceCriteria;
import org.suyuan.trace.TraceReportForm;

/** Someone with an account, signed in with a card or without, who calls use cases; {@link #nobody} has none. */
public record Operator(Portal portal, String account, String card, HttpClient client) {

    /** What came of a call: {@code status} 200 with a result, 409 with the reason of a refusal, 401 or 403. */
    public record Answer(int status, String text) {

        public SavedReport saved() {
            try (var reader = Json.createReader(new StringReader(text))) {
                var object = reader.readObject();
                return new SavedReport(object.getString("unifiedNo"), object.getInt("lockVersion"));
            }
        }

        public boolean accepted() {
            return status == 200;
        }
    }

    public Operator(Portal portal, String account) {
        this(portal, account, "");
    }

    private Operator(Portal portal, String account, String card) {
        this(
                portal,
                account,
                card,
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
    }

    /** @param card one of the demo cards, which enters the account */
    public static Operator withCard(Portal portal, String account, String card) {
        return new Operator(portal, account, card);
    }

    public static Operator nobody(Portal portal) {
        return new Operator(portal, null);
    }

    public Answer save(TraceReportForm form) {
        return call("save", json(form));
    }

    public Answer submit(TraceReportForm form) {
        return call("submit", json(form));
    }

    public Answer delete(TraceReportForm form) {
        return call("delete", json(form));
    }

    /** The form that edits a report, or null when the operator has none of this number. */
    public TraceReportForm form(String unifiedNo) {
        var answer = call("form", unifiedNo);
        return answer.text().isEmpty() ? null : JsonbBuilder.create().fromJson(answer.text(), TraceReportForm.class);
    }

    /** Status and version, as {@code DRAFT 1}. */
    public String status(String unifiedNo) {
        return call("status", unifiedNo).text();
    }

    public String page(TraceCriteria criteria) {
        return call("page", json(criteria)).text();
    }

    public Answer call(String act, String body) {
        return post("/test/use-case/" + act, body);
    }

    /**
     * What came of any public operation, whose doing is taken back: see {@link Operations}. The operator has to be signed in
     * by another call before.
     *
     * @param arguments as a JSON array
     */
    public String tried(String operation, String arguments) {
        return post("/test/operation/" + operation, arguments).text();
    }

    private Answer post(String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(portal.url(path))).POST(BodyPublishers.ofString(body));
        if (account != null) {
            request.header("operator", account).header("card", card);
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String json(Object value) {
        return JsonbBuilder.create(new JsonbConfig().withNullValues(true)).toJson(value);
    }
}
