package org.suyuan.batch.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.suyuan.batch.Duty;
import org.suyuan.batch.training.TrainingStock.Item;
import org.suyuan.exchange.ExchangeFolders;
import org.suyuan.exchange.ExchangeFolders.Folder;
import org.suyuan.exchange.RecallOrderMessage;
import org.suyuan.exchange.RecallOrderMessage.Operation;
import org.suyuan.identity.Enterprise;
import org.suyuan.identity.TrainingAccounts;
import org.suyuan.recall.RecallOrder;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Settings;

/**
 * The recalls that the training customs orders: one of each level on its oldest declarations to a demo importer that has
 * none, and one on goods whose name ends in （训练：召回） as soon as a report on them is 海关入库成功, so that there is
 * somebody who has them.
 */
@ApplicationScoped
public class TrainingRecalls implements Duty {

    /** Goods whose name ends so are recalled once they are sold. */
    public static final String RECALLED = "（训练：召回）";

    private record Finding(RecallLevel level, String failedItem, String reason) {}

    private static final List<Finding> FINDINGS = List.of(
            new Finding(RecallLevel.FIRST, "单核细胞增生李斯特氏菌", "口岸抽检检出单核细胞增生李斯特氏菌，不符合食品安全国家标准，可能导致严重健康损害"),
            new Finding(RecallLevel.SECOND, "菌落总数", "后续监管抽检菌落总数超过食品安全国家标准的限量，可能导致一般健康损害"),
            new Finding(RecallLevel.THIRD, "标签", "中文标签标示的生产日期、保质期与实物不符，存在虚假标注"));

    @Inject
    private TrainingStock stock;

    @Inject
    private ExchangeFolders folders;

    @Inject
    private Settings settings;

    @Inject
    private BusinessTime time;

    @Override
    public String name() {
        return "training-recalls";
    }

    @Override
    public void perform() throws IOException {
        if (settings.trainingAnswers()) {
            for (var importer : TrainingAccounts.importers()) {
                orderFirst(importer);
                for (var item : stock.storedNotRecalled(importer.uscc(), RECALLED)) {
                    order(importer, item, FINDINGS.get(0));
                }
            }
        }
    }

    private void orderFirst(Enterprise importer) throws IOException {
        if (stock.hasRecalls(importer.uscc())) {
            return;
        }
        var items = stock.oldest(importer.uscc(), FINDINGS.size());
        for (int i = 0; i < items.size(); i++) {
            order(importer, items.get(i), FINDINGS.get(i));
        }
    }

    private void order(Enterprise importer, Item item, Finding finding) throws IOException {
        var message = message(importer, item, finding, time.now());
        var inbox = folders.folder(RecallOrderMessage.TYPE, Folder.INBOX);
        var file = inbox.resolve(message.messageId() + ".xml");
        if (Files.notExists(file)) {
            var written = Files.writeString(inbox.resolve(message.messageId() + ".tmp"), message.toXml());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The same item always gets the same number: what is ordered again before it was read is one recall. */
    private static RecallOrderMessage message(Enterprise importer, Item item, Finding finding, Instant now) {
        var number = "%s%03d".formatted(item.declarationNo().substring(9), item.seqNo());
        var taskNo = "RC" + item.declarationNo().substring(4, 8) + number;
        var order = new RecallOrder(
                taskNo,
                importer.uscc(),
                item.declarationNo(),
                item.seqNo(),
                item.name(),
                item.batchNos(),
                finding.level(),
                finding.reason(),
                finding.failedItem(),
                "BHG-" + number,
                now,
                false,
                null);
        return new RecallOrderMessage("FTR201_" + taskNo, now, Operation.ORDER, order);
    }
}
