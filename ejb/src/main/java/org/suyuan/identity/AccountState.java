package org.suyuan.identity;

/**
 * How an account stands at this moment.
 *
 * @param mustChangePassword nothing else may be done before
 */
public record AccountState(String role, boolean mustChangePassword) {}
