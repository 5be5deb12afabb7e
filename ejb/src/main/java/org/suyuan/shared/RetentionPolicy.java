package org.suyuan.shared;

import java.time.Period;

/**
 * How long records are kept (H12): what is said about import and sale for three years after customs released the goods
 * (海关稽查条例), and until six months after the shelf life has ended (食品安全法 §50, §98; two years for food without one
 * are within the three years); records of recalls as long (two years, 食品召回管理办法).
 *
 * @param records since the record was touched for the last time, at least three years
 * @param afterShelfLife since the shelf life of the food ended, at least six months
 * @param audit since an event of the audit log, at least three years
 * @param jobs since a job was at work, in days; no law asks for it
 */
public record RetentionPolicy(Period records, Period afterShelfLife, Period audit, Period jobs) {

    private static final int LEAST_YEARS = 3;
    private static final int LEAST_MONTHS_AFTER_SHELF_LIFE = 6;

    public RetentionPolicy {
        atLeast(LEAST_YEARS, records.getYears(), "years");
        atLeast(LEAST_MONTHS_AFTER_SHELF_LIFE, (int) afterShelfLife.toTotalMonths(), "shelf-life-months");
        atLeast(LEAST_YEARS, audit.getYears(), "audit-years");
        if (jobs.getDays() < 1) {
            throw new IllegalStateException("suyuan.retention.job-days is " + jobs.getDays() + ": set it to 1 or more");
        }
    }

    private static void atLeast(int least, int set, String setting) {
        if (set < least) {
            throw new IllegalStateException("suyuan.retention." + setting + " is " + set + ": the law asks for " + least
                    + " at least; set it to that or more");
        }
    }
}
