package org.suyuan.retention;

/**
 * One time that records whose retention has ended are removed. It goes on, after a crash too, until nothing of before its
 * days is left.
 */
public record PurgeRun(long id, Cutoff cutoff) {}
