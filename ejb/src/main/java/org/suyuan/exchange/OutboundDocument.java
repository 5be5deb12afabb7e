package org.suyuan.exchange;

/**
 * A message on its way out.
 *
 * @param messageId natural key and version; the same content always has the same one
 * @param content the enveloped XML
 */
public record OutboundDocument(String messageType, String messageId, String content) {}
