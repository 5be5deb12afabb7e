package org.suyuan.recall;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.suyuan.shared.SocialCreditCode;

/**
 * A sale of a recalled lot.
 *
 * @param unifiedNo the report it stands in
 * @param batchNo lots that the report is about, separated by {@code ;}; null when none was declared
 * @param soldQuantity in the unit of the declaration
 */
public record AffectedSale(
        String unifiedNo,
        String batchNo,
        int rowNo,
        String buyerName,
        SocialCreditCode buyerUscc,
        String buyerAddress,
        String buyerContact,
        BigDecimal soldQuantity,
        LocalDate deliveryDate) {}
