package org.suyuan.identity;

import jakarta.security.enterprise.credential.Credential;

/**
 * What a card control answered.
 *
 * @param challenge what this browser's card was asked to sign, as the server remembers it
 * @param certificate the card's signing certificate, in PEM
 * @param signature in Base64
 */
public record CardCredential(String challenge, String certificate, String signature) implements Credential {}
