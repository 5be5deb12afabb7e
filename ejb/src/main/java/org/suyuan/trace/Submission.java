package org.suyuan.trace;

/** Rules that hold for 提交 but not yet for 暂存. */
public interface Submission {}
