package org.suyuan.trace;

/**
 * What the filer needs to go on after 暂存 or 提交.
 *
 * @param lockVersion to be sent with the next change of this report
 */
public record SavedReport(String unifiedNo, int lockVersion) {}
