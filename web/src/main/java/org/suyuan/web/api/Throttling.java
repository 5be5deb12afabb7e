package org.suyuan.web.api;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import org.suyuan.shared.ClientAddress;
import org.suyuan.shared.DatabaseWatch;

/** Stops whoever asks too much, before anything is looked up; lets pages of any other site read what is answered. */
@Provider
@PreMatching
public class Throttling implements ContainerRequestFilter, ContainerResponseFilter {

    private static final int COST_OF_TABLE = 10;

    @Inject
    private Throttle throttle;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ClientAddress clients;

    @Inject
    private DatabaseWatch database;

    @Override
    public void filter(ContainerRequestContext asked) {
        if (database.isAbsent()) {
            asked.abortWith(Problem.withoutDatabase(request.getLocale()));
            return;
        }
        int cost = asked.getUriInfo().getPath().endsWith("/csv") ? COST_OF_TABLE : 1;
        var neighbour = ClientAddress.neighbour(clients.of(request));
        long seconds = throttle.wait(neighbour, cost, System.nanoTime());
        if (seconds > 0) {
            asked.abortWith(Problem.answer(
                            Status.TOO_MANY_REQUESTS,
                            Words.of(request.getLocale(), "infoText.tooManyRequests", seconds))
                    .header(HttpHeaders.RETRY_AFTER, seconds)
                    .build());
        }
    }

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        answer.getHeaders().putSingle("Access-Control-Allow-Origin", "*");
        answer.getHeaders().putSingle("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
