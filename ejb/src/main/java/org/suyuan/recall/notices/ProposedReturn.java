package org.suyuan.recall.notices;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import org.suyuan.recall.ActionLine;

/**
 * What a buyer has confirmed to bring back and no round has taken over yet.
 *
 * @param line the row of a round that takes it over
 */
public record ProposedReturn(
        long noticeId,
        String buyerName,
        BigDecimal returned,
        BigDecimal unrecoverable,
        Instant confirmedAt,
        ActionLine line)
        implements Serializable {}
