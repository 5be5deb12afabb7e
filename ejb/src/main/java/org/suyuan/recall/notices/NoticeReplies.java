package org.suyuan.recall.notices;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.identity.Enterprises;
import org.suyuan.recall.AffectedSales;
import org.suyuan.recall.Delivery;
import org.suyuan.recall.notices.ReceivedNotice.Confirmed;
import org.suyuan.recall.notices.ReceivedNotice.Content;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;

/**
 * What a buyer does with the link of a notice. The link is the right to read this one notice and to confirm it once; a
 * guessed, an altered and a replaced one are unknown.
 */
@Stateless
@PermitAll
public class NoticeReplies {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AffectedSales sales;

    @Inject
    private Enterprises enterprises;

    @Inject
    private AuditLog audit;

    @Inject
    private BusinessTime time;

    /** The notice behind the link, which counts as opened from now on. */
    public Optional<ReceivedNotice> open(String token) {
        return find(token, LockModeType.NONE)
                .flatMap(seen -> seen.state().compareTo(NoticeState.OPENED) < 0
                        ? find(token, LockModeType.PESSIMISTIC_WRITE)
                        : Optional.of(seen))
                .map(notice -> {
                    var standing = notice.standing(time.now());
                    if (standing == Standing.OPEN) {
                        notice.opened(time.now());
                    }
                    return new ReceivedNotice(
                            standing,
                            standing == Standing.OPEN || standing == Standing.CONFIRMED ? content(notice) : null);
                });
    }

    private Content content(BuyerNotice notice) {
        var task = notice.task();
        return new Content(
                enterprises.profile(task.importer()),
                task.taskNo(),
                task.foodName(),
                task.lots(),
                task.level(),
                task.reason(),
                task.failedItem(),
                notice.buyerName(),
                sales.deliveries(task, notice.buyer()),
                notice.expiresAt(),
                notice.confirmedAt() == null
                        ? null
                        : new Confirmed(
                                notice.confirmedAt(),
                                notice.returned(),
                                notice.unrecoverable(),
                                notice.contactPerson(),
                                notice.phone(),
                                notice.remark()));
    }

    /** @param address network address that the confirmation comes from */
    public void confirm(String token, @NotNull @Valid NoticeReply reply, String address) {
        var notice = find(token, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new Refusal("notice.unknown"));
        var bought = sales.deliveries(notice.task(), notice.buyer()).stream()
                .map(Delivery::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        notice.confirm(reply, bought, time.now());
        audit.record(
                new Actor("buyer", notice.buyer().value(), address),
                "recall.noticeConfirmed",
                notice.task().taskNo(),
                "returned %s, unrecoverable %s, by %s"
                        .formatted(notice.returned(), notice.unrecoverable(), notice.contactPerson()));
    }

    private Optional<BuyerNotice> find(String token, LockModeType lock) {
        if (token == null || !TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        return entities.createQuery("select n from BuyerNotice n where n.token = :token", BuyerNotice.class)
                .setParameter("token", token)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
