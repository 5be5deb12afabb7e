package org.suyuan.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.suyuan.shared.BusinessTime;

/** How numbers and times are written on pages. */
@Named
@ApplicationScoped
public class Format {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessTime.ZONE);

    public String quantity(BigDecimal quantity) {
        return quantity == null ? "" : plain(quantity);
    }

    public String time(Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }

    /** Without seconds. */
    public String minute(Instant instant) {
        return instant == null ? "" : MINUTE.format(instant);
    }

    /** The day that ends at this moment, as people say it: until 24:00. */
    public String lastDay(Instant end) {
        return LocalDate.ofInstant(end.minusSeconds(1), BusinessTime.ZONE) + " 24:00";
    }

    /** Never grouped, never in scientific notation. */
    public static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
