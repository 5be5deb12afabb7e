package org.suyuan.recall.notices;

/** What came of 全部通知: new notices, and how many of them leave by mail. */
public record NoticeCount(int notices, int mails) {}
