package org.suyuan.web.api;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.suyuan.shared.DatabaseWatch;

/** Whatever else goes wrong, told without a word about the inside. */
@Provider
public class Unanswered implements ExceptionMapper<Exception> {

    private static final Logger LOG = Logger.getLogger(Unanswered.class.getName());

    @Inject
    private HttpServletRequest request;

    @Inject
    private DatabaseWatch database;

    @Override
    public Response toResponse(Exception fault) {
        if (database.isCauseOf(fault)) {
            return Problem.withoutDatabase(request.getLocale());
        }
        var status = fault instanceof WebApplicationException known
                ? Status.fromStatusCode(known.getResponse().getStatus())
                : Status.INTERNAL_SERVER_ERROR;
        if (status == null || status.getFamily() == Status.Family.SERVER_ERROR) {
            LOG.log(Level.SEVERE, fault, () -> "No answer to " + request.getRequestURI());
            return Problem.answer(Status.INTERNAL_SERVER_ERROR, Words.of(request.getLocale(), "infoText.apiBroken"))
                    .build();
        }
        var answer = Problem.answer(
                status,
                Words.of(
                        request.getLocale(),
                        status == Status.NOT_FOUND ? "infoText.apiNothing" : "infoText.apiRefused"));
        if (fault instanceof WebApplicationException known
                && known.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
            answer.header(HttpHeaders.ALLOW, known.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }
}
