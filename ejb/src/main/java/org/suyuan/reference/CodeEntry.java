package org.suyuan.reference;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What a code means during a span of days. A later entry of the same code succeeds an earlier one without ending it.
 *
 * @param nameEn English name, or null
 * @param validTo first day on which it is no longer valid, or null
 */
public record CodeEntry(
        CodeTable table, String code, String nameZh, String nameEn, LocalDate validFrom, LocalDate validTo) {

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    String name(Locale locale) {
        return nameEn != null && locale.getLanguage().equals("en") ? nameEn : nameZh;
    }
}
