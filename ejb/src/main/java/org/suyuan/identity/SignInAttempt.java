package org.suyuan.identity;

/**
 * Somebody tries to enter an account with a password, which is not checked yet.
 *
 * @param loginName as entered; there may be no such account
 * @param throttled there were too many failures: the password is not even tried
 * @param hash what the password is to be compared with; null when nobody can be signed in with this name
 */
public record SignInAttempt(String loginName, String address, Origin origin, boolean throttled, String hash) {}
