package org.suyuan.recall;

/**
 * What the operator needs to go on after 暂存 or 提交.
 *
 * @param lockVersion to be sent with the next change of this round
 */
public record SavedRound(String taskNo, int roundNo, int lockVersion) {}
