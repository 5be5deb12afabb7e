package org.suyuan.exchange.message;

import java.time.Instant;

/**
 * Head of a bulk message.
 *
 * @param messageTime when customs made the message; newer ones win over older ones
 */
public record MessageHead(String messageId, Instant messageTime) {}
