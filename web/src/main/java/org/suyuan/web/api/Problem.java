package org.suyuan.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.suyuan.web.info.NoticeRequest.Fault;

/** Why a question is not answered, as programs read it (RFC 9457). */
final class Problem {

    private static final String TYPE = "application/problem+json;charset=utf-8";

    private Problem() {}

    /** What is wrong with the parameters, one by one. */
    static WebApplicationException of(Locale locale, List<Fault> faults) {
        var errors = Json.createArrayBuilder();
        faults.forEach(fault -> errors.add(Json.createObjectBuilder()
                .add("parameter", fault.parameter())
                .add("detail", Words.of(locale, fault.key(), fault.argument()))));
        return new WebApplicationException(
                answer(Status.BAD_REQUEST, Words.of(locale, "infoText.wrongParameters"), errors)
                        .build());
    }

    static Response withoutDatabase(Locale locale) {
        return answer(Status.SERVICE_UNAVAILABLE, Words.of(locale, "infoText.apiBroken"))
                .build();
    }

    static ResponseBuilder answer(Status status, String detail) {
        return answer(status, detail, null);
    }

    private static ResponseBuilder answer(Status status, String detail, JsonArrayBuilder errors) {
        var problem = Json.createObjectBuilder()
                .add("title", status.getReasonPhrase())
                .add("status", status.getStatusCode())
                .add("detail", detail);
        if (errors != null) {
            problem.add("errors", errors);
        }
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(problem.build().toString().getBytes(StandardCharsets.UTF_8))
                .type(TYPE);
    }
}
