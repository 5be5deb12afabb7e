package org.suyuan.trace;

import java.time.Instant;

/**
 * What customs says about one version of a report or a recall round, in the code family of its XSD ({@code returnStatus}); the single
 * window's other families use the same numbers for other things.
 *
 * @param code {@code returnStatus}; negative for a processing error
 * @param text {@code returnInfo}: the reason in words, or null
 * @param returnedAt {@code returnTime}
 */
public record CustomsAnswer(String code, String text, Instant returnedAt) {

    /** Name of the code family, kept with every receipt. */
    public static final String FAMILY = "GACC";

    /** The status that this answer asks for. */
    public TraceStatus status() {
        return switch (code) {
            case "1", "2", "3", "300", "399" -> TraceStatus.SENT;
            case "4" -> TraceStatus.SEND_FAILED;
            case "100" -> TraceStatus.RETURNED;
            case "120" -> TraceStatus.CUSTOMS_STORED;
            default -> {
                if (!code.startsWith("-")) {
                    throw new IllegalArgumentException("returnStatus " + code + " has no meaning here");
                }
                yield TraceStatus.CUSTOMS_FAILED;
            }
        };
    }

    /** True for the codes that {@link #status()} knows. */
    public static boolean isKnown(String code) {
        return code.matches("1|2|3|4|100|120|300|399|-[1-9]\\d{0,7}");
    }
}
