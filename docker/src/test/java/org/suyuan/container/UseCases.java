package org.suyuan.container;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.suyuan.identity.Account;
import org.suyuan.identity.AgentAuthorizations;
import org.suyuan.identity.AuthorizationForm;
import org.suyuan.identity.AuthorizationRow;
import org.suyuan.identity.Card;
import org.suyuan.identity.CardCredential;
import org.suyuan.identity.EnterpriseCards;
import org.suyuan.identity.EnterpriseProfiles;
import org.suyuan.identity.Operators;
import org.suyuan.identity.OwnAccount;
import org.suyuan.identity.ProfileForm;
import org.suyuan.identity.Revocation;
import org.suyuan.identity.Supervision;
import org.suyuan.identity.card.CardChallenges;
import org.suyuan.identity.card.CardChallenges.Purpose;
import org.suyuan.identity.card.TrainingCardOffice;
import org.suyuan.recall.RecallCriteria;
import org.suyuan.recall.RecallDetail;
import org.suyuan.recall.RecallPlan;
import org.suyuan.recall.RecallQueries;
import org.suyuan.recall.RecallReporting;
import org.suyuan.recall.RoundForm;
import org.suyuan.recall.VoluntaryRecall;
import org.suyuan.recall.VoluntaryRecalls;
import org.suyuan.recall.drill.ContactAttempt;
import org.suyuan.recall.drill.DrillEvidence;
import org.suyuan.recall.drill.DrillPlan;
import org.suyuan.recall.drill.DrillQueries;
import org.suyuan.recall.drill.DrillReport;
import org.suyuan.recall.drill.Drills;
import org.suyuan.recall.notices.Addressed;
import org.suyuan.recall.notices.NoticeQueries;
import org.suyuan.recall.notices.NoticeReplies;
import org.suyuan.recall.notices.NoticeReply;
import org.suyuan.recall.notices.ProposedReturn;
import org.suyuan.recall.notices.RecallNotices;
import org.suyuan.recall.notices.Told;
import org.suyuan.shared.DeclarationNumber;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Settings;
import org.suyuan.shared.Sha256;
import org.suyuan.trace.SavedReport;
import org.suyuan.trace.TraceCriteria;
import org.suyuan.trace.TraceFiling;
import org.suyuan.trace.TraceQueries;
import org.suyuan.trace.TraceReportForm;
import org.suyuan.trace.TraceStatus;

/**
 * Calls use cases as a signed-in operator: {@code POST /use-case/<act>} with the account in the header {@code operator}
 * and JSON as body; the header {@code card} names the demo card to sign in with, if any. Answers JSON, or the reason of a refusal with status 409.
 */
@WebServlet("/use-case/*")
public class UseCases extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    private transient SecurityContext security;

    @Inject
    private transient CardChallenges challenges;

    @Inject
    private transient Settings settings;

    @Inject
    private transient TraceFiling filing;

    @Inject
    private transient TraceQueries queries;

    @Inject
    private transient RecallReporting reporting;

    @Inject
    private transient VoluntaryRecalls voluntaryRecalls;

    @Inject
    private transient RecallQueries recalls;

    @Inject
    private transient Drills drills;

    @Inject
    private transient DrillQueries drillQueries;

    @Inject
    private transient DrillEvidence evidence;

    @Inject
    private transient AgentAuthorizations authorizations;

    @Inject
    private transient OwnAccount account;

    @Inject
    private transient Operators operators;

    @Inject
    private transient Supervision supervision;

    @Inject
    private transient EnterpriseCards cards;

    @Inject
    private transient RecallNotices notices;

    @Inject
    private transient NoticeQueries noticeQueries;

    @Inject
    private transient NoticeReplies replies;

    @Inject
    private transient EnterpriseProfiles profiles;

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
        var card = request.getHeader("card");
        var credential = card.isEmpty() ? new UsernamePasswordCredential(operator, "Suyuan-2026") : signedBy(card);
        var parameters =
                AuthenticationParameters.withParams().credential(credential).newAuthentication(true);
        return security.authenticate(request, response, parameters) == AuthenticationStatus.SUCCESS;
    }

    /** A fresh challenge, signed as the card control does it. */
    private Credential signedBy(String card) {
        var file = settings.home().resolve("training/cards/" + card + ".p12");
        try (var stored = Files.newInputStream(file)) {
            var pin = TrainingCardOffice.PIN.toCharArray();
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(stored, pin);
            var challenge = challenges.pose(Purpose.LOGIN);
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign((PrivateKey) keys.getKey(card, pin));
            signature.update(challenge.getBytes(StandardCharsets.UTF_8));
            var certificate = Base64.getMimeEncoder()
                    .encodeToString(keys.getCertificate(card).getEncoded());
            return new CardCredential(
                    challenge,
                    "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n",
                    Base64.getEncoder().encodeToString(signature.sign()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The card " + card + " does not sign", e);
        }
    }

    /** Changes the portal's configuration while it runs: {@code filingPolicy STRICT}. */
    private static String configure(String field, String value) {
        var beans = CDI.current().getBeanManager();
        var bean = beans.resolve(beans.getBeans(Settings.class));
        try {
            var setting = Settings.class.getDeclaredField(field);
            setting.setAccessible(true);
            setting.set(beans.getContext(ApplicationScoped.class).get(bean), value);
            return "";
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(field, e);
        }
    }

    private String answer(String act, String body) {
        return switch (act) {
            case "configure" -> configure(body.split(" ")[0], body.split(" ")[1]);
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
            default ->
                switch (act.split("-")[0]) {
                    case "account" -> accountAnswer(act, body);
                    case "agent" -> agentAnswer(act, body);
                    case "look" -> {
                        supervision.lookAt(Long.parseLong(body));
                        yield "";
                    }
                    default -> recallAnswer(act, body);
                };
        };
    }

    private String accountAnswer(String act, String body) {
        switch (act) {
            case "account-names" -> {
                return operators.all().stream().map(Account::loginName).toList().toString();
            }
            case "account-cards" -> {
                return cards.all().stream().map(Card::serial).toList().toString();
            }
            case "account-unbind" -> cards.unbind(body);
            case "account-activate" -> operators.activate(body);
            case "account-disable" -> operators.disable(body);
            case "account-reset" -> {
                return operators.resetPassword(body);
            }
            case "account-end-session" -> account.endSession("Suyuan-2026", Long.parseLong(body));
            case "account-administrate" -> operators.makeAdministrator(body, true);
            default -> throw new IllegalArgumentException(act);
        }
        return "";
    }

    private String recallAnswer(String act, String body) {
        return switch (act) {
            case "recall-form" ->
                recalls.detail(body).map(detail -> JSON.toJson(detail.form())).orElse("");
            case "recall-save" -> String.valueOf(reporting.saveDraft(JSON.fromJson(body, RoundForm.class)));
            case "recall-submit" -> String.valueOf(reporting.submitRound(JSON.fromJson(body, RoundForm.class)));
            case "recall-start" -> {
                reporting.start(body);
                yield "";
            }
            case "recall-read" -> {
                reporting.markRead(body);
                yield "";
            }
            case "recall-plan" -> {
                var lines = body.split("\n", 2);
                reporting.plan(lines[0], JSON.fromJson(lines[1], RecallPlan.class));
                yield "";
            }
            case "recall-open" -> voluntaryRecalls.open(JSON.fromJson(body, VoluntaryRecall.class));
            case "recall-status" ->
                recalls.detail(body).map(UseCases::recallStatus).orElse("");
            case "recall-balance" ->
                recalls.detail(body)
                        .map(detail -> detail.balance() + " " + detail.balance().gaps() + " " + detail.effectiveness())
                        .orElse("");
            case "recall-sales" ->
                recalls.affectedSales(body, 0, 1000).stream()
                        .map(sale ->
                                sale.unifiedNo() + " " + sale.soldQuantity().stripTrailingZeros() + "\n")
                        .reduce("", String::concat);
            case "recall-buyers" ->
                recalls.affectedBuyers(body, 0, 1000).stream()
                        .map(buyer -> buyer.uscc() + " " + buyer.soldQuantity().stripTrailingZeros() + "\n")
                        .reduce("", String::concat);
            case "recall-page" ->
                recalls.page(JSON.fromJson(body, RecallCriteria.class), 0, 100).stream()
                        .map(row -> row.taskNo() + " " + row.status() + " " + row.light() + "\n")
                        .reduce("", String::concat);
            case "recall-count" -> String.valueOf(recalls.count(JSON.fromJson(body, RecallCriteria.class)));
            case "recall-unread" -> String.valueOf(recalls.unread());
            default -> drillAnswer(act, body);
        };
    }

    private String drillAnswer(String act, String body) {
        return switch (act) {
            case "drill-start" -> drills.start(JSON.fromJson(body, DrillPlan.class));
            case "drill-note" -> {
                drills.note(JSON.fromJson(body, ContactAttempt.class));
                yield "";
            }
            case "drill-finish" -> {
                drills.finish(JSON.fromJson(body, DrillReport.class));
                yield "";
            }
            case "drill-figures" ->
                drillQueries
                        .detail(body)
                        .map(detail -> detail.figures() + " " + detail.figures().gaps())
                        .orElse("");
            case "drill-sales" ->
                drillQueries.sales(body, 0, 1000).stream()
                        .map(sale -> sale.ordinal() + (TraceStatus.LIVE.contains(sale.status()) ? " filed " : " not ")
                                + sale.soldQuantity().stripTrailingZeros().toPlainString() + "\n")
                        .reduce("", String::concat);
            case "drill-buyers" ->
                drillQueries.buyers(body, true, 0, 1000).stream()
                        .map(buyer -> buyer.name() + "\n")
                        .reduce("", String::concat);
            case "drill-page" ->
                drillQueries.page(0, 100).stream()
                        .map(drill -> drill.drillNo() + "\n")
                        .reduce("", String::concat);
            case "drill-file" ->
                evidence.file(body.split(" ")[0], body.split(" ")[1])
                        .map(Sha256::of)
                        .orElse("");
            default -> noticeAnswer(act, body.split("\n", 3));
        };
    }

    private String agentAnswer(String act, String body) {
        switch (act) {
            case "agent-grant" -> authorizations.grant(JSON.fromJson(body, AuthorizationForm.class));
            case "agent-accept" -> authorizations.accept(Long.parseLong(body));
            case "agent-decline" -> authorizations.decline(Long.parseLong(body));
            case "agent-revoke" -> {
                var revocation = new Revocation();
                revocation.setReason("合同终止");
                authorizations.revoke(Long.parseLong(body), revocation);
            }
            case "agent-act-for" -> authorizations.actFor(Long.parseLong(body));
            case "agent-act-for-self" -> authorizations.actForSelf();
            case "agent-given" -> {
                return rows(authorizations.given());
            }
            case "agent-received" -> {
                return rows(authorizations.received());
            }
            case "agent-principals" -> {
                return authorizations.principals().stream()
                        .map(principal ->
                                principal.uscc() + " " + principal.agent().scopes() + "\n")
                        .reduce("", String::concat);
            }
            default -> throw new IllegalArgumentException(act);
        }
        return "";
    }

    /** @param body the recall or the token, then the buyer, then what is said of him, a line each */
    private String noticeAnswer(String act, String[] body) {
        switch (act) {
            case "notices-tell" -> {
                var told = notices.tellAll(body[0]);
                return told.notices() + " " + told.mails();
            }
            case "notices-mail" -> notices.mail(body[0], body[1], JSON.fromJson(body[2], Addressed.class));
            case "notices-told" -> notices.told(body[0], body[1], JSON.fromJson(body[2], Told.class));
            case "notices-reopen" -> notices.reopen(body[0], body[1]);
            case "notices-prepare" -> notices.prepare(body[0], body[1]);
            case "notices-row" -> {
                return noticeQueries
                        .row(body[0], body[1])
                        .map(row -> row.state() + " " + row.link())
                        .orElse("");
            }
            case "notices-rows" -> {
                return noticeQueries.rows(body[0], 0, 1000).stream()
                        .map(row -> row.buyer().uscc() + " " + row.state() + " " + row.email() + "\n")
                        .reduce("", String::concat);
            }
            case "notices-progress" -> {
                return noticeQueries.progress(body[0]).map(String::valueOf).orElse("");
            }
            case "notices-proposals" -> {
                return JSON.toJson(noticeQueries.proposals(body[0]).stream()
                        .map(ProposedReturn::line)
                        .toList());
            }
            case "notices-silent" -> {
                return String.valueOf(noticeQueries.silent(100));
            }
            case "notice-confirm" -> replies.confirm(body[0], JSON.fromJson(body[1], NoticeReply.class), "127.0.0.1");
            case "profile" -> {
                return JSON.toJson(profiles.form());
            }
            case "profile-save" -> profiles.save(JSON.fromJson(body[0], ProfileForm.class));
            default -> throw new IllegalArgumentException(act);
        }
        return "";
    }

    private static String rows(List<AuthorizationRow> rows) {
        return rows.stream()
                .map(row -> "%s to %s (%s) %s %s%n"
                        .formatted(row.principalUscc(), row.agentUscc(), row.agentName(), row.standing(), row.scopes()))
                .reduce("", String::concat);
    }

    private static String recallStatus(RecallDetail detail) {
        return detail.task().status()
                + detail.currentRound()
                        .map(round -> " " + round.roundNo() + " " + round.status() + " " + round.version())
                        .orElse("");
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
