package org.suyuan.exchange;

import java.util.List;
import java.util.stream.IntStream;
import javax.xml.validation.Schema;

/**
 * What the receiver of {@code FTR202} reads first: which round, which version, what was done.
 *
 * @param measures 召回措施 of each row that has any
 */
public record SubmittedRound(String taskNo, int roundNo, int version, boolean completed, List<String> measures) {

    private static final Schema SCHEMA = Xml.schema("FTR202.xsd");

    /** @throws UnreadableMessage with the reason, when the document does not fit {@code FTR202.xsd} */
    public static SubmittedRound of(Envelope envelope) throws UnreadableMessage {
        var round = envelope.document(RecallRoundMessage.TYPE, SCHEMA);
        var measures = round.getElementsByTagNameNS("*", "measures");
        return new SubmittedRound(
                Xml.text(round, "taskNo"),
                Integer.parseInt(Xml.text(round, "roundNo")),
                Integer.parseInt(Xml.text(round, "version")),
                Xml.text(round, "completed").matches("true|1"),
                IntStream.range(0, measures.getLength())
                        .mapToObj(i -> measures.item(i).getTextContent().strip())
                        .toList());
    }
}
