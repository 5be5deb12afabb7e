package org.suyuan.identity;

/**
 * Where an attempt to sign in counts as coming from.
 *
 * @param key a browser in which the account was signed in with before, else the network address
 * @param known whether the account was signed in with in this browser or from this address before
 */
public record Origin(String key, boolean known) {}
