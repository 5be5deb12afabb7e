package org.suyuan.recall.notices;

/** A recall with buyers who answered no reminder. */
public record SilentBuyers(String taskNo, String foodName, long buyers) {}
