package org.suyuan.container;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import org.suyuan.shared.DeclarationNumber;
import org.suyuan.shared.Refusal;
import org.suyuan.trace.SavedReport;
import org.suyuan.trace.TraceCriteria;
import org.suyuan.trace.TraceFiling;
import org.suyuan.trace.TraceQueries;
import org.suyuan.trace.TraceReportForm;

/**
 * Calls use cases as a signed-in operator: {@code POST /use-case/<act>} with the account in the header {@code operator}
 * and JSON as body. Answers JSON, or the reason of a refusal with status 409.
 */
@WebServlet("/use-case/*")
public class UseCases extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    private transient SecurityContext security;

    @Inject
    private transient TraceFiling filing;

    @Inject
    private transient TraceQueries queries;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setCharacterEncoding("UTF-8");
        var operator = request.getHeader("operator");
        if (operator != null && request.getUserPrincipal() == null && !signIn(operator, request, response)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        try {
            response.getWriter()
                    .print(answer(
                            request.getPathInfo().substring(1),
                            new String(request.getInputStream().readAllBytes(), "UTF-8")));
        } catch (Refusal refusal) {
            refuse(response, refusal.messageKey());
        } catch (ConstraintViolationException e) {
            refuse(response, e.getConstraintViolations().iterator().next().getMessageTemplate());
        } catch (EJBAccessException e) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean signIn(String operator, HttpServletRequest request, HttpServletResponse response) {
        var credential = new UsernamePasswordCredential(operator, "Suyuan-2026");
        var parameters =
                AuthenticationParameters.withParams().credential(credential).newAuthentication(true);
        return security.authenticate(request, response, parameters) == AuthenticationStatus.SUCCESS;
    }

    private String answer(String act, String body) {
        return switch (act) {
            case "save" -> saved(filing.saveDraft(JSON.fromJson(body, TraceReportForm.class)));
            case "submit" -> saved(filing.submit(JSON.fromJson(body, TraceReportForm.class)));
            case "delete" -> {
                var form = JSON.fromJson(body, TraceReportForm.class);
                filing.delete(form.getUnifiedNo(), form.getLockVersion());
                yield "";
            }
            case "form" ->
                queries.detail(body).map(detail -> JSON.toJson(detail.form())).orElse("");
            case "status" ->
                queries.detail(body)
                        .map(detail ->
                                detail.report().status() + " " + detail.report().version())
                        .orElse("");
            case "items" ->
                String.valueOf(
                        queries.pickableItems(new DeclarationNumber(body)).size());
            case "count" -> String.valueOf(queries.count(JSON.fromJson(body, TraceCriteria.class)));
            case "page" ->
                queries.page(JSON.fromJson(body, TraceCriteria.class), 0, 20).stream()
                        .map(row -> row.unifiedNo() + " " + row.status() + "\n")
                        .reduce("", String::concat);
            default -> throw new IllegalArgumentException(act);
        };
    }

    private static String saved(SavedReport saved) {
        return Json.createObjectBuilder()
                .add("unifiedNo", saved.unifiedNo())
                .add("lockVersion", saved.lockVersion())
                .build()
                .toString();
    }

    private static void refuse(HttpServletResponse response, String reason) throws IOException {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        response.getWriter().print(reason);
    }
}
