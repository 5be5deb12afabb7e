package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.SocialCreditCode;

@Tag("H9")
class AgentAuthorizationTest {

    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 25);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Enterprise PRINCIPAL =
            new Enterprise(new SocialCreditCode("91350100M000100Y43"), "进口商", "2200");
    private static final SocialCreditCode AGENT = new SocialCreditCode("91110000600037341L");

    private final AgentAuthorization authorization = granted(Set.of(Scope.READ));

    @Test
    void nothing_is_entrusted_before_the_agent_has_accepted() {
        assertThat(authorization.standing(FIRST)).isEqualTo(Standing.WAITING);
        assertThat(authorization.wasAccepted()).isFalse();

        authorization.accept("agent1", FIRST, NOW);

        assertThat(authorization.standing(FIRST)).isEqualTo(Standing.VALID);
        assertThat(authorization.wasAccepted()).isTrue();
        assertThat(authorization.answeredBy()).isEqualTo("agent1");
    }

    @Test
    void the_first_and_the_last_day_both_count() {
        authorization.accept("agent1", FIRST.minusDays(3), NOW);

        assertThat(authorization.standing(FIRST.minusDays(1))).isEqualTo(Standing.NOT_YET);
        assertThat(authorization.standing(FIRST)).isEqualTo(Standing.VALID);
        assertThat(authorization.standing(LAST)).isEqualTo(Standing.VALID);
        assertThat(authorization.standing(LAST.plusDays(1))).isEqualTo(Standing.EXPIRED);
    }

    @Test
    void what_was_not_accepted_in_time_cannot_be_any_more() {
        assertThat(authorization.standing(LAST.plusDays(1))).isEqualTo(Standing.EXPIRED);
        refused("agent.expired", () -> authorization.accept("agent1", LAST.plusDays(1), NOW));
    }

    @Test
    void what_was_declined_stays_so() {
        authorization.decline("agent1", NOW);

        assertThat(authorization.standing(FIRST)).isEqualTo(Standing.DECLINED);
        assertThat(authorization.wasAccepted()).isFalse();
        refused("agent.settled", () -> authorization.accept("agent1", FIRST, NOW));
        refused("agent.settled", () -> authorization.revoke(principal(), "合同终止", NOW));
    }

    @Test
    void either_side_ends_it_once_and_for_all() {
        authorization.accept("agent1", FIRST, NOW);
        authorization.revoke(principal(), "合同终止", NOW);

        assertThat(authorization.standing(FIRST)).isEqualTo(Standing.REVOKED);
        assertThat(authorization.revokedByPrincipal()).isTrue();
        assertThat(authorization.revokeReason()).isEqualTo("合同终止");
        assertThat(authorization.wasAccepted()).isTrue();
        refused("agent.settled", () -> authorization.revoke(agent(), "again", NOW));
        refused("agent.settled", () -> authorization.accept("agent1", FIRST, NOW));

        var other = granted(Set.of());
        other.revoke(agent(), "不再代理", NOW);
        assertThat(other.revokedByPrincipal()).isFalse();
        assertThat(other.wasAccepted()).isFalse();
    }

    @Test
    void reading_belongs_to_every_scope() {
        assertThat(granted(Set.of()).scopes()).containsExactly(Scope.READ);
        assertThat(granted(Set.of(Scope.TRACE)).scopes()).containsExactly(Scope.READ, Scope.TRACE);
        assertThat(granted(EnumSet.allOf(Scope.class)).scopes()).containsExactly(Scope.values());
    }

    private static AgentAuthorization granted(Set<Scope> scopes) {
        return new AgentAuthorization(PRINCIPAL, AGENT, scopes, FIRST, LAST, "importer1", NOW);
    }

    private static Operator principal() {
        return new Operator("importer1", 1, PRINCIPAL.uscc(), PRINCIPAL.name(), "2200", null, false);
    }

    private static Operator agent() {
        return new Operator("agent1", 2, AGENT, "报关行", "2200", null, false);
    }

    private static void refused(String reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(reason));
    }
}
