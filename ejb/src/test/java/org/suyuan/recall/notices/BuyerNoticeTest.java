package org.suyuan.recall.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.recall.RecallExample;
import org.suyuan.shared.SocialCreditCode;

/** A notice of a recall of level 1, in which an answer is expected within 24 hours. */
@Tag("F10")
class BuyerNoticeTest {

    private static final Instant ISSUED = Instant.parse("2026-11-03T02:00:00Z");
    private static final BigDecimal BOUGHT = new BigDecimal("100.00000");

    private final BuyerNotice notice = notice();

    private static BuyerNotice notice() {
        return new BuyerNotice(
                RecallExample.open(), new SocialCreditCode("91110000600037341L"), "北京商店", ISSUED, Duration.ofDays(30));
    }

    @Test
    void each_link_is_another_one_of_128_bits() {
        assertThat(notice.link("https://portal.example")).matches("https://portal\\.example/n/[A-Za-z0-9_-]{22}");
        assertThat(notice.link("")).isNotEqualTo(notice().link(""));
    }

    @Test
    void who_opens_or_confirms_it_was_told() {
        assertThat(notice.state()).isEqualTo(NoticeState.TO_TELL);
        notice.opened(hour(1));
        assertThat(notice.state()).isEqualTo(NoticeState.OPENED);
        assertThat(notice.toldWay()).isEqualTo(TellingWay.LINK);
        notice.mailLeft(true, hour(2));
        assertThat(notice.toldAt()).isEqualTo(hour(1));
        notice.confirm(reply("60", "40"), BOUGHT, hour(3));
        assertThat(notice.state()).isEqualTo(NoticeState.CONFIRMED);
        assertThat(notice.isDue(hour(1000))).isFalse();
    }

    @Test
    void is_confirmed_once_in_time_and_with_no_more_than_was_bought() {
        refused("notice.exceedsBought", reply("60", "40.00001"), hour(1));
        refused("notice.expired", reply("1", null), hour(30 * 24));
        notice.confirm(reply("1", null), BOUGHT, hour(1));
        refused("notice.alreadyConfirmed", reply("1", null), hour(2));
    }

    @Test
    void a_new_link_voids_the_old_one_and_its_confirmation_but_not_that_the_buyer_was_told() {
        var before = notice.link("");
        notice.confirm(reply("1", null), BOUGHT, hour(1));
        notice.issue(hour(2), Duration.ofDays(30));

        assertThat(notice.link("")).isNotEqualTo(before);
        assertThat(notice.state()).isEqualTo(NoticeState.TOLD);
        assertThat(notice.returned()).isNull();
        notice.confirm(reply("2", null), BOUGHT, hour(3));
        assertThat(notice.returned()).isEqualByComparingTo("2");
    }

    @Test
    void who_is_silent_is_reminded_twice_and_named_after_the_third_time() {
        notice.address("buyer@example.com");
        notice.mailLeft(true, hour(1));
        assertThat(notice.isDue(hour(24))).isFalse();

        assertThat(notice.isDue(hour(25))).isTrue();
        assertThat(notice.mayBeReminded(hour(25))).isTrue();
        assertThat(notice.remind(hour(25))).endsWith(".1");
        assertThat(notice.isDue(hour(48))).isFalse();
        assertThat(notice.remind(hour(49))).endsWith(".2");
        assertThat(notice.isDue(hour(73))).isTrue();
        assertThat(notice.mayBeReminded(hour(73))).isFalse();
        assertThat(notice.escalate(hour(73))).isTrue();
        assertThat(notice.escalatedAt()).isEqualTo(hour(73));
        assertThat(notice.isDue(hour(1000))).isFalse();
    }

    @Test
    void who_has_no_address_is_named_after_the_same_time() {
        notice.told(TellingWay.PHONE, hour(1), hour(2));
        assertThat(notice.isDue(hour(25))).isTrue();
        assertThat(notice.mayBeReminded(hour(25))).isFalse();
        assertThat(notice.escalate(hour(25))).isFalse();
        assertThat(notice.escalatedAt()).isNull();
        assertThat(notice.isDue(hour(72))).isFalse();
        assertThat(notice.escalate(hour(73))).isTrue();
        notice.confirm(reply("1", null), BOUGHT, hour(74));
        assertThat(notice.escalatedAt()).isNull();
    }

    @Test
    void telling_is_noted_once_and_not_in_the_future() {
        assertThatThrownBy(() -> notice.told(TellingWay.PHONE, hour(3), hour(2)))
                .hasMessageStartingWith("notice.toldWhen");
        assertThatThrownBy(() -> notice.told(TellingWay.PHONE, hour(-500), hour(2)))
                .hasMessageStartingWith("notice.toldWhen");
        notice.told(TellingWay.VISIT, hour(1), hour(2));
        assertThatThrownBy(() -> notice.told(TellingWay.PHONE, hour(1), hour(2)))
                .hasMessageStartingWith("notice.alreadyTold");
        assertThat(notice.toldWay()).isEqualTo(TellingWay.VISIT);
    }

    private void refused(String reason, NoticeReply reply, Instant now) {
        assertThatThrownBy(() -> notice.confirm(reply, BOUGHT, now)).hasMessageStartingWith(reason);
    }

    private static NoticeReply reply(String returned, String unrecoverable) {
        var reply = new NoticeReply();
        reply.setSaleStopped(true);
        reply.setReturned(new BigDecimal(returned));
        reply.setUnrecoverable(unrecoverable == null ? null : new BigDecimal(unrecoverable));
        reply.setContactPerson("李店长");
        reply.setPhone("010-12345678");
        return reply;
    }

    private static Instant hour(int hours) {
        return ISSUED.plus(Duration.ofHours(hours));
    }
}
