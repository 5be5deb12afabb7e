package org.suyuan.trace;

import java.time.Instant;

/**
 * A report with the last answer of customs, for the home page.
 *
 * @param reason why customs failed or returned it, or null
 */
public record AnsweredReport(
        String unifiedNo, String foodName, TraceStatus status, String reason, Instant answeredAt) {}
