package org.suyuan.identity;

import jakarta.security.enterprise.credential.Credential;

/** Asks to be signed in with the card that opened the connection: what it proves is looked up there, and not told by a page. */
public record ConnectedCard() implements Credential {}
