package org.suyuan.recall.papers;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.suyuan.recall.RecallDetail;
import org.suyuan.recall.RecallRound;
import org.suyuan.trace.TraceStatus;

/**
 * Which paper of a recall.
 *
 * @param roundNo the round that an interim report is about; else 0
 */
public record PaperName(PaperKind kind, int roundNo) {

    private static final Pattern INTERIM = Pattern.compile(PaperKind.INTERIM.key() + "-([1-9]\\d{0,3})");

    /** The papers that can be made of a recall as it stands, in the order of its life. */
    public static Stream<PaperName> of(RecallDetail recall) {
        var submitted = recall.rounds().stream()
                .filter(round -> TraceStatus.LIVE.contains(round.status()))
                .toList();
        return Stream.of(
                        Stream.of(new PaperName(PaperKind.PLAN, 0), new PaperName(PaperKind.ANNOUNCEMENT, 0)),
                        submitted.stream().map(round -> new PaperName(PaperKind.INTERIM, round.roundNo())),
                        submitted.stream()
                                .filter(RecallRound::completed)
                                .map(round -> new PaperName(PaperKind.FINAL, 0)))
                .flatMap(names -> names);
    }

    /** From {@code plan}, {@code announcement}, {@code interim-2} or {@code final}. */
    public static Optional<PaperName> parse(String text) {
        var interim = INTERIM.matcher(text);
        if (interim.matches()) {
            return Optional.of(new PaperName(PaperKind.INTERIM, Integer.parseInt(interim.group(1))));
        }
        return Stream.of(PaperKind.values())
                .filter(kind -> kind != PaperKind.INTERIM && kind.key().equals(text))
                .map(kind -> new PaperName(kind, 0))
                .findFirst();
    }

    /** What {@link #parse} understands. */
    @Override
    public String toString() {
        return kind == PaperKind.INTERIM ? kind.key() + "-" + roundNo : kind.key();
    }

    /** As people call it. */
    String title() {
        return kind == PaperKind.INTERIM ? kind.title() + "（第" + roundNo + "次）" : kind.title();
    }
}
