package org.suyuan.recall.notices;

import java.util.List;
import java.util.Map;
import org.suyuan.recall.figures.NoticeShares;

/**
 * 通知成效 of a recall.
 *
 * @param now as it stands
 * @param byRound as it stood when each round was submitted, by its number
 * @param byDay at the end of each day since the first buyer was told, the last one now; at most the latest sixty
 * @param ways how buyers were told, the most frequent way first
 */
public record NoticeProgress(
        NoticeShares now, Map<Integer, NoticeShares> byRound, List<NoticeShares> byDay, List<TellingWay> ways) {}
