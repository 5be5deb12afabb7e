package org.suyuan.matching;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.suyuan.foodsafety.InfoCategory;

/**
 * One match in a list.
 *
 * @param score of the product that fits best, and why it does
 * @param product its name
 * @param products how many of the importer's products fit
 * @param standing false once the notice was withdrawn or changed so that nothing fits any more
 * @param decidedBy who confirmed or dismissed it, or null; with the reason
 */
public record MatchRow(
        long id,
        long noticeId,
        InfoCategory category,
        String title,
        String source,
        String originId,
        LocalDate publishedOn,
        boolean withdrawn,
        Score score,
        String product,
        int products,
        boolean standing,
        MatchState state,
        boolean unread,
        Instant foundAt,
        String decidedBy,
        Instant decidedAt,
        String decisionReason)
        implements Serializable {}
