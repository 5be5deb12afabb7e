package org.suyuan.exchange;

import java.io.IOException;

/**
 * The way to customs. A message is staged first and released afterwards, so that a crash in between neither loses it nor
 * sends it twice: all steps may be repeated. Attempts by different nodes do not touch what each other has staged.
 */
public interface CustomsGateway {

    /** Makes the message durable at the gateway under the name of this attempt, not yet visible to customs. */
    void stage(OutboundDocument document, String attempt) throws IOException;

    /** Hands what this attempt has staged over to customs; does nothing when that was done before. */
    void release(OutboundDocument document, String attempt) throws IOException;

    /** Throws away what this attempt may have staged. */
    void discard(OutboundDocument document, String attempt) throws IOException;
}
