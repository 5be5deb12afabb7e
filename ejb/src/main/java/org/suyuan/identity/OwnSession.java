package org.suyuan.identity;

import java.io.Serializable;
import java.time.Instant;

/**
 * One of the sessions of an account, as its operator sees it.
 *
 * @param card number of the card that it began with; null with a password
 * @param browser what the browser says it is, or null
 * @param lastSeen to the minute
 * @param current the one that asks
 */
public record OwnSession(
        long id, String card, String address, String browser, Instant since, Instant lastSeen, boolean current)
        implements Serializable {}
