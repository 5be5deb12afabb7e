package org.suyuan.exchange;

import java.io.IOException;

/**
 * The way to customs. A message is staged first and released afterwards, so that a crash in between neither loses it nor
 * sends it twice: both steps may be repeated with the same message.
 */
public interface CustomsGateway {

    /** Makes the message durable at the gateway, not yet visible to customs. */
    void stage(OutboundDocument document) throws IOException;

    /** Hands the staged message over to customs; does nothing when that was done before. */
    void release(OutboundDocument document) throws IOException;
}
