package org.suyuan.recall;

import java.util.List;

/**
 * Fired inside the transaction in which a round is saved: its rows take over what buyers have confirmed. Who keeps those
 * confirmations refuses what is not theirs to take.
 */
public record ReturnsTaken(RecallTask task, int roundNo, List<Long> noticeIds) {}
