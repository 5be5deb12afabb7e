package org.suyuan.recall;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.suyuan.shared.SocialCreditCode;

/**
 * Who has bought of a recalled lot, over all reports. Name, address and contact are the last in the order of the
 * alphabet where reports differ.
 *
 * @param soldQuantity in the unit of the declaration
 */
public record AffectedBuyer(
        SocialCreditCode uscc,
        String name,
        String address,
        String contact,
        BigDecimal soldQuantity,
        long sales,
        LocalDate lastDelivery) {}
