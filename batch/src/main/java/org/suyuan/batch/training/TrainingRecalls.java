package org.suyuan.batch.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.suyuan.batch.Duty;
import org.suyuan.batch.training.TrainingStock.Item;
import org.suyuan.exchange.ExchangeFolders;
import org.suyuan.exchange.ExchangeFolders.Folder;
import org.suyuan.exchange.RecallOrderMessage;
import org.suyuan.exchange.RecallOrderMessage.Operation;
import org.suyuan.exchange.message.MessageShape;
import org.suyuan.foodsafety.InfoCategory;
import org.suyuan.identity.Enterprise;
import org.suyuan.identity.TrainingAccounts;
import org.suyuan.recall.RecallOrder;
import org.suyuan.recall.clock.RecallLevel;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Settings;

/**
 * The recalls that the training customs orders: one of each level on its oldest declarations to a demo importer that has
 * none, and one on goods whose name ends in （训练：召回） as soon as a report on them is 海关入库成功, so that there is
 * somebody who has them. Each follows from a 不合格 record that it publishes.
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

    /** The same item always gets the same number: what is ordered again before it was read is one recall. */
    private void order(Enterprise importer, Item item, Finding finding) throws IOException {
        var number = "%s%03d".formatted(item.declarationNo().substring(9), item.seqNo());
        var nonconformityNo = "BHG-" + number;
        push(
                InfoCategory.DENIED_ENTRY.messageType(),
                nonconformityNo,
                nonconformity(nonconformityNo, importer, item, finding));
        var taskNo = "RC" + item.declarationNo().substring(4, 8) + number;
        var message = message(taskNo, nonconformityNo, importer, item, finding, time.now());
        push(RecallOrderMessage.TYPE, message.messageId(), message.toXml());
    }

    private void push(String type, String name, String message) throws IOException {
        var inbox = folders.folder(type, Folder.INBOX);
        var file = inbox.resolve(name + ".xml");
        if (Files.notExists(file)) {
            var written = Files.writeString(inbox.resolve(name + ".tmp"), message);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** What customs publishes about the finding: the 不合格 record from which the recall follows. */
    private String nonconformity(String number, Enterprise importer, Item item, Finding finding) {
        var now = time.now().atZone(BusinessTime.ZONE).truncatedTo(ChronoUnit.SECONDS);
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement(InfoCategory.DENIED_ENTRY.messageType());
            xml.writeDefaultNamespace(MessageShape.NAMESPACE);
            xml.writeStartElement("head");
            write(xml, "messageId", "training-" + number);
            write(xml, "messageTime", now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
            xml.writeEndElement();
            xml.writeStartElement("notice");
            write(xml, "operation", "PUBLISH");
            write(xml, "source", "GACC");
            write(xml, "originId", number);
            write(xml, "title", item.name() + "：" + finding.failedItem() + "不合格");
            write(xml, "issuer", "海关总署进出口食品安全局");
            write(xml, "publishedOn", now.toLocalDate().toString());
            write(xml, "country", item.originCountry());
            write(xml, "product", item.name());
            write(xml, "hazard", finding.failedItem());
            write(xml, "hsCode", item.goodsCode());
            write(xml, "producer", Objects.requireNonNullElse(item.producer(), ""));
            write(xml, "importer", importer.name());
            write(xml, "reason", finding.failedItem() + "不合格");
            write(xml, "measure", "召回");
            write(xml, "summary", finding.reason());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // nothing is wrong with a StringWriter
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, String element, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private static RecallOrderMessage message(
            String taskNo, String nonconformityNo, Enterprise importer, Item item, Finding finding, Instant now) {
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
                nonconformityNo,
                now,
                false,
                null);
        return new RecallOrderMessage("FTR201_" + taskNo, now, Operation.ORDER, order);
    }
}
