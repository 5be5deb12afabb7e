package org.suyuan.batch.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.suyuan.batch.Duty;
import org.suyuan.exchange.Envelope;
import org.suyuan.exchange.ExchangeFolders;
import org.suyuan.exchange.ExchangeFolders.Folder;
import org.suyuan.exchange.ReceiptMessage;
import org.suyuan.exchange.ReceiptMessage.Kind;
import org.suyuan.exchange.SubmittedReport;
import org.suyuan.exchange.SubmittedRound;
import org.suyuan.exchange.UnreadableMessage;
import org.suyuan.shared.Settings;
import org.suyuan.trace.CustomsAnswer;

/**
 * 训练海关: stands in for customs in training mode (H8), at the same folders that a true customs client would use. It
 * answers each trace report and each round of a recall within seconds: 入库失败 or 退单 to the first version when the
 * goods' name, or a 召回措施, asks for it, else 海关入库成功. Voluntary recalls it only takes.
 */
@ApplicationScoped
public class TrainingCustoms implements Duty {

    /** Goods whose name ends so, and rounds with 召回措施 that end so, fail the first time. */
    public static final String FAILS = "（训练：入库失败）";

    /** Goods whose name ends so, and rounds with 召回措施 that end so, are returned the first time. */
    public static final String RETURNED = "（训练：退单）";

    private static final Logger LOG = Logger.getLogger(TrainingCustoms.class.getName());

    @Inject
    private ExchangeFolders folders;

    @Inject
    private Settings settings;

    @Override
    public String name() {
        return "training-customs";
    }

    /** One round: takes what lies in the outboxes, answers, and moves it to {@code sent}. */
    @Override
    public void perform() {
        if (settings.trainingAnswers()) {
            take("FTR101", this::answerReport);
            take("FTR202", this::answerRound);
            take("FTR204", (message, at) -> {});
        }
    }

    /** What to do with a message that was written at a moment. */
    @FunctionalInterface
    private interface Answer {
        void to(Envelope message, Instant at) throws IOException, UnreadableMessage;
    }

    private void take(String type, Answer answer) {
        for (var file : waiting(type)) {
            try {
                // The same submission always gets the same bytes, so that an answer repeated after a crash is known as
                // such
                answer.to(
                        Envelope.parse(Files.readAllBytes(file)),
                        Files.getLastModifiedTime(file).toInstant());
                Files.move(
                        file,
                        folders.folder(type, Folder.SENT).resolve(file.getFileName()),
                        StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | UnreadableMessage e) {
                LOG.log(Level.WARNING, e, () -> "The training customs could not answer " + file.getFileName());
            }
        }
    }

    private List<Path> waiting(String type) {
        try (var files = Files.list(folders.folder(type, Folder.OUTBOX))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The training customs cannot read the outbox", e);
        }
    }

    private void answerReport(Envelope message, Instant at) throws IOException, UnreadableMessage {
        var report = SubmittedReport.of(message);
        var answer = answer(report.version(), Stream.of(report.foodName()), at);
        var id = "R_" + message.messageId();
        push(Kind.TRACE_REPORT, id, ReceiptMessage.write(id, report.unifiedNo(), report.version(), answer));
    }

    private void answerRound(Envelope message, Instant at) throws IOException, UnreadableMessage {
        var round = SubmittedRound.of(message);
        var answer = answer(round.version(), round.measures().stream(), at);
        var id = "R_" + message.messageId();
        push(Kind.RECALL_ROUND, id, ReceiptMessage.write(id, round, answer));
    }

    private void push(Kind kind, String id, String receipt) throws IOException {
        var inbox = folders.folder(kind.type(), Folder.INBOX);
        var written = Files.writeString(inbox.resolve(id + ".xml.tmp"), receipt);
        Files.move(written, inbox.resolve(id + ".xml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static CustomsAnswer answer(int version, Stream<String> marked, Instant at) {
        var marks = marked.toList();
        if (version == 1 && marks.stream().anyMatch(text -> text.endsWith(FAILS))) {
            return new CustomsAnswer("-1", "训练：申报内容与备案不符，海关入库失败，请核对后重新提交", at);
        }
        if (version == 1 && marks.stream().anyMatch(text -> text.endsWith(RETURNED))) {
            return new CustomsAnswer("100", "训练：数量与单证不符，退单，请修改后重新提交", at);
        }
        return new CustomsAnswer("120", "海关入库成功", at);
    }
}
