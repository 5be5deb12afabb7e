package org.suyuan.trace;

import java.time.LocalDate;

/** What anyone who scans the QR code may see (S8): never buyers, quantities or the 报关单号. */
public record PublicTrace(
        String foodName,
        String specification,
        String originCountry,
        String batchNo,
        LocalDate productionDate,
        Integer shelfLifeDays,
        String importerName,
        String entryPort,
        TraceStatus status) {

    /** Last day of the shelf life, or null when it is not known. */
    public LocalDate expiryDate() {
        return productionDate == null || shelfLifeDays == null ? null : productionDate.plusDays(shelfLifeDays);
    }
}
