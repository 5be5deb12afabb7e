package org.suyuan.exchange.message;

/** A record after the check: accepted as a value, or rejected; never both. */
public record Checked<T>(MessageHead head, long number, T accepted, Rejection rejected) {}
