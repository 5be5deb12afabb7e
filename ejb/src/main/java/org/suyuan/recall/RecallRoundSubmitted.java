package org.suyuan.recall;

/** Fired inside the transaction of a submit; what must leave for customs is written by those who observe it. */
public record RecallRoundSubmitted(FiledRound round) {}
