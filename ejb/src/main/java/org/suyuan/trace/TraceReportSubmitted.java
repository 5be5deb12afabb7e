package org.suyuan.trace;

/** Fired inside the transaction of a submit; what must leave for customs is written by those who observe it. */
public record TraceReportSubmitted(FiledReport report) {}
