package org.suyuan.recall;

import java.time.Instant;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.shared.SocialCreditCode;

/**
 * What a recall is about, as customs orders it or an importer opens it, whole each time.
 *
 * @param taskNo RC for an ordered recall, RV for a voluntary one; year, twelve digits
 * @param batchNos affected lots separated by {@code ;}, or null for all lots of the item
 * @param failedItem 不合格项目, or null
 * @param nonconformityNo number of the 不合格 record that caused it, or null
 * @param notifiedAt 召回发起时间: from here the hours to start are counted
 * @param cancelled customs withdraws the order
 * @param cancelReason why, or null
 */
public record RecallOrder(
        String taskNo,
        SocialCreditCode importer,
        String declarationNo,
        int goodsSeqNo,
        String foodName,
        String batchNos,
        RecallLevel level,
        String reason,
        String failedItem,
        String nonconformityNo,
        Instant notifiedAt,
        boolean cancelled,
        String cancelReason) {}
