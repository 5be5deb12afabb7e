package org.suyuan.identity;

/**
 * How an account stands at this moment.
 *
 * @param passwordVersion sessions that began with another one are over
 * @param mustChangePassword nothing else may be done before
 */
public record AccountState(String role, int passwordVersion, boolean mustChangePassword) {}
