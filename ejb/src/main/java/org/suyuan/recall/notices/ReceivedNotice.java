package org.suyuan.recall.notices;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.suyuan.identity.EnterpriseProfile;
import org.suyuan.recall.Delivery;
import org.suyuan.recall.clock.RecallLevel;

/**
 * A notice as the buyer who has its link sees it.
 *
 * @param content null when the link is no longer good: then nothing of the recall is told
 */
public record ReceivedNotice(Standing standing, Content content) {

    /**
     * What the buyer is told, and has confirmed. Of sales only his own; never the 报关单号.
     *
     * @param deliveries in the order of the days
     * @param confirmed null while he has not
     */
    public record Content(
            EnterpriseProfile importer,
            String taskNo,
            String foodName,
            List<String> lots,
            RecallLevel level,
            String reason,
            String failedItem,
            String buyerName,
            List<Delivery> deliveries,
            Instant expiresAt,
            Confirmed confirmed) {

        public BigDecimal bought() {
            return deliveries.stream().map(Delivery::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** Of the goods, the same in all deliveries; null when nothing is known. */
        public Delivery goods() {
            return deliveries.isEmpty() ? null : deliveries.get(0);
        }
    }

    /** What was confirmed. */
    public record Confirmed(
            Instant at,
            BigDecimal returned,
            BigDecimal unrecoverable,
            String contactPerson,
            String phone,
            String remark) {}
}
