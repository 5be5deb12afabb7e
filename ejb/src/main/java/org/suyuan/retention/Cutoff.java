package org.suyuan.retention;

import java.time.LocalDate;
import org.suyuan.shared.RetentionPolicy;

/**
 * What a {@link RetentionPolicy} comes to on one day: what happened before these days need not be kept any more.
 *
 * @param records day before which a record was touched for the last time
 * @param shelfLife day before which the shelf life of its food ended
 * @param audit day before which an event of the audit log happened
 * @param jobs day before which a job was at work for the last time
 */
public record Cutoff(LocalDate records, LocalDate shelfLife, LocalDate audit, LocalDate jobs) {

    static Cutoff of(RetentionPolicy policy, LocalDate today) {
        return new Cutoff(
                today.minus(policy.records()),
                today.minus(policy.afterShelfLife()),
                today.minus(policy.audit()),
                today.minus(policy.jobs()));
    }

    /** Names of the days in a condition stand for their literals, which both databases understand. */
    String in(String condition) {
        return condition
                .replace("{day}", "date '" + records + "'")
                .replace("{instant}", instant(records))
                .replace("{shelf life}", "date '" + shelfLife + "'")
                .replace("{jobs}", "timestamp '" + jobs + " 00:00:00'"); // the batch runtime knows no zones
    }

    @Override
    public String toString() {
        return records + ", shelf life " + shelfLife + ", audit log " + audit + ", jobs " + jobs;
    }

    private static String instant(LocalDate day) {
        return "timestamp with time zone '" + day + " 00:00:00+08:00'"; // days are those of Asia/Shanghai
    }
}
