package org.suyuan.mail;

import java.time.Instant;

/** Fired inside the transaction that notes that a mail left, or ({@code sent} false) was given up. */
public record MailSent(String occasion, boolean sent, Instant at) {}
