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
import org.suyuan.batch.Duty;
import org.suyuan.exchange.Envelope;
import org.suyuan.exchange.ExchangeFolders;
import org.suyuan.exchange.ExchangeFolders.Folder;
import org.suyuan.exchange.ReceiptMessage;
import org.suyuan.exchange.SubmittedReport;
import org.suyuan.exchange.UnreadableMessage;
import org.suyuan.shared.Settings;
import org.suyuan.trace.CustomsAnswer;

/**
 * 训练海关: stands in for customs in training mode (H8), at the same folders that a true customs client would use. It
 * answers each trace report within seconds: 入库失败 or 退单 to the first version when the goods' name asks for it, else
 * 海关入库成功.
 */
@ApplicationScoped
public class TrainingCustoms implements Duty {

    /** Goods whose name ends so fail the first time. */
    public static final String FAILS = "（训练：入库失败）";

    /** Goods whose name ends so are returned the first time. */
    public static final String RETURNED = "（训练：退单）";

    private static final Logger LOG = Logger.getLogger(TrainingCustoms.class.getName());
    private static final String OUT = "FTR101";

    @Inject
    private ExchangeFolders folders;

    @Inject
    private Settings settings;

    @Override
    public String name() {
        return "training-customs";
    }

    /** One round: takes what lies in the outbox, answers, and moves it to {@code sent}. */
    @Override
    public void perform() {
        if (settings.trainingAnswers()) {
            waiting().forEach(this::answer);
        }
    }

    private List<Path> waiting() {
        try (var files = Files.list(folders.folder(OUT, Folder.OUTBOX))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The training customs cannot read the outbox", e);
        }
    }

    private void answer(Path file) {
        try {
            var envelope = Envelope.parse(Files.readAllBytes(file));
            var report = SubmittedReport.of(envelope);
            // The same submission always gets the same bytes, so that an answer repeated after a crash is known as such
            var answer = answer(report, Files.getLastModifiedTime(file).toInstant());
            var receipt =
                    ReceiptMessage.write("R_" + envelope.messageId(), report.unifiedNo(), report.version(), answer);
            var inbox = folders.folder(ReceiptMessage.Kind.TRACE_REPORT.type(), Folder.INBOX);
            var written = Files.writeString(inbox.resolve("R_" + file.getFileName() + ".tmp"), receipt);
            Files.move(written, inbox.resolve("R_" + file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            Files.move(
                    file, folders.folder(OUT, Folder.SENT).resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UnreadableMessage e) {
            LOG.log(Level.WARNING, e, () -> "The training customs could not answer " + file.getFileName());
        }
    }

    private static CustomsAnswer answer(SubmittedReport report, Instant at) {
        if (report.version() == 1 && report.foodName().endsWith(FAILS)) {
            return new CustomsAnswer("-1", "训练：经销商信息与备案不符，海关入库失败，请核对后重新提交", at);
        }
        if (report.version() == 1 && report.foodName().endsWith(RETURNED)) {
            return new CustomsAnswer("100", "训练：销售数量与合同不符，退单，请修改后重新提交", at);
        }
        return new CustomsAnswer("120", "海关入库成功", at);
    }
}
