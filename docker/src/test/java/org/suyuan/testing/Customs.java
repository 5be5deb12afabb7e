package org.suyuan.testing;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Customs as the tests play it: writes the published messages by hand, independent of the portal's own code. */
public final class Customs {

    /** 91310115MA1TEXT01 and 91440300MA5TEXT02 with their check digits: the enterprises of importer1 and importer2. */
    public static final String IMPORTER1 = "91310115MA1TEXT01" + checkDigit("91310115MA1TEXT01");

    public static final String IMPORTER2 = "91440300MA5TEXT02" + checkDigit("91440300MA5TEXT02");

    /** 91310109MA1TEXT03 with its check digit: the enterprise of agent1. */
    public static final String AGENT1 = "91310109MA1TEXT03" + checkDigit("91310109MA1TEXT03");

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Portal portal;
    private int messages;

    public Customs(Portal portal) {
        this.portal = portal;
    }

    /** Pushes declarations in one message and waits until the portal has read it. */
    public void declares(Declaration... declarations) {
        var name = "push-" + System.nanoTime() + ".xml";
        portal.push(
                "FTR301",
                name,
                message(OffsetDateTime.now(CHINA), List.of(declarations)).getBytes(StandardCharsets.UTF_8));
        awaitArchived("FTR301", name);
    }

    public void awaitArchived(String type, String name) {
        await(name + " in the archive")
                .atMost(PATIENCE)
                .until(() -> portal.files(type, "archive").contains(name));
    }

    public void awaitQuarantined(String type, String name) {
        await(name + " in quarantine")
                .atMost(PATIENCE)
                .until(() -> portal.files(type, "quarantine").contains(name));
    }

    public static String message(OffsetDateTime time, List<Declaration> declarations) {
        var text = new StringBuilder(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <FTR301 xmlns="urn:suyuan:ftr:1">
                <head><messageId>T%d</messageId><messageTime>%s</messageTime></head>
                """.formatted(System.nanoTime(), time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
        declarations.forEach(declaration -> text.append(declaration.xml()));
        return text.append("</FTR301>\n").toString();
    }

    /** Answers one version of a report and waits until the portal has read the answer. */
    public void answers(String unifiedNo, int version, String returnStatus, String returnInfo) {
        var name = "answer-" + unifiedNo + "-" + version + "-" + ++messages + "-" + System.nanoTime() + ".xml";
        portal.push(
                "FTR102", name, receipt(name, unifiedNo, version, returnStatus, returnInfo, LocalDateTime.now(CHINA)));
        awaitArchived("FTR102", name);
    }

    public static byte[] receipt(
            String messageId,
            String unifiedNo,
            int version,
            String returnStatus,
            String returnInfo,
            LocalDateTime time) {
        var content = """
                <FTR102 xmlns="urn:suyuan:ftr:1"><unifiedNo>%s</unifiedNo><version>%d</version>\
                <returnStatus>%s</returnStatus><returnTime>%s</returnTime><returnInfo>%s</returnInfo></FTR102>""".formatted(
                        unifiedNo,
                        version,
                        returnStatus,
                        time.format(DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS")),
                        returnInfo);
        return envelope(messageId, "FTR102", time, content);
    }

    /** Answers one version of a round and waits until the portal has read the answer. */
    public void answersRound(String taskNo, int roundNo, int version, String returnStatus, String returnInfo) {
        var name = "answer-" + taskNo + "-" + roundNo + "-" + version + "-" + System.nanoTime() + ".xml";
        portal.push(
                "FTR203",
                name,
                roundReceipt(name, taskNo, roundNo, version, returnStatus, returnInfo, LocalDateTime.now(CHINA)));
        awaitArchived("FTR203", name);
    }

    public static byte[] roundReceipt(
            String messageId,
            String taskNo,
            int roundNo,
            int version,
            String returnStatus,
            String returnInfo,
            LocalDateTime time) {
        var content = """
                <FTR203 xmlns="urn:suyuan:ftr:1"><taskNo>%s</taskNo><roundNo>%d</roundNo><version>%d</version>\
                <returnStatus>%s</returnStatus><returnTime>%s</returnTime><returnInfo>%s</returnInfo></FTR203>""".formatted(
                        taskNo,
                        roundNo,
                        version,
                        returnStatus,
                        time.format(DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS")),
                        returnInfo);
        return envelope(messageId, "FTR203", time, content);
    }

    /** Pushes a recall task and waits until the portal has read it. */
    public void recalls(Recall recall) {
        var name = "recall-" + recall.taskNo() + "-" + System.nanoTime() + ".xml";
        portal.push("FTR201", name, recall.message(LocalDateTime.now(CHINA)));
        awaitArchived("FTR201", name);
    }

    /** A recall task as customs would send it: level 1, without lots, unless told otherwise. */
    public record Recall(
            String operation, String taskNo, String importer, String entryId, int gNo, String lots, String reason) {

        public static Recall of(String declarationNo, int seqNo) {
            var number = "RC%d%012d"
                    .formatted(LocalDate.now(CHINA).getYear(), Math.floorMod(System.nanoTime(), 1_000_000_000_000L));
            return new Recall("ORDER", number, IMPORTER1, declarationNo, seqNo, null, "检出沙门氏菌");
        }

        public Recall as(String newOperation) {
            return new Recall(newOperation, taskNo, importer, entryId, gNo, lots, reason);
        }

        public Recall ofLots(String newLots) {
            return new Recall(operation, taskNo, importer, entryId, gNo, newLots, reason);
        }

        public Recall of(String newImporter) {
            return new Recall(operation, taskNo, newImporter, entryId, gNo, lots, reason);
        }

        public Recall because(String newReason) {
            return new Recall("AMEND", taskNo, importer, entryId, gNo, lots, newReason);
        }

        public byte[] message(LocalDateTime time) {
            var content = """
                    <FTR201 xmlns="urn:suyuan:ftr:1"><operation>%s</operation><taskNo>%s</taskNo>\
                    <importerScc>%s</importerScc><entryId>%s</entryId><gNo>%d</gNo><gName>冷冻去骨牛肉</gName>%s\
                    <recallLevel>1</recallLevel><recallReason>%s</recallReason><failedItem>沙门氏菌</failedItem>\
                    <nonconformityNo>BHG-1</nonconformityNo><noticeTime>%s+08:00</noticeTime>%s</FTR201>""".formatted(
                            operation,
                            taskNo,
                            importer,
                            entryId,
                            gNo,
                            lots == null ? "" : "<prodBatchNo>" + lots + "</prodBatchNo>",
                            reason,
                            LocalDate.now(CHINA) + "T00:00:00",
                            operation.equals("CANCEL") ? "<cancelReason>复检合格</cancelReason>" : "");
            return envelope("O" + System.nanoTime(), "FTR201", time, content);
        }
    }

    private static byte[] envelope(String messageId, String type, LocalDateTime time, String content) {
        return """
                <DxpMsg xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0"><TransInfo><CopMsgId>%s</CopMsgId>\
                <SenderId>CUSTOMS</SenderId><ReceiverIds><ReceiverId>SUYUAN</ReceiverId></ReceiverIds>\
                <CreatTime>%s+08:00</CreatTime><MsgType>%s</MsgType></TransInfo><Data>%s</Data></DxpMsg>""".formatted(
                        shortened(messageId),
                        time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS")),
                        type,
                        Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String shortened(String messageId) {
        return messageId.length() <= 60 ? messageId : messageId.substring(messageId.length() - 60);
    }

    /** A declaration with goods, as customs would send it. */
    public record Declaration(
            String operation, String number, String consignee, LocalDate importDate, List<Goods> goods) {

        public static Declaration of(String number, String consignee, Goods... goods) {
            return new Declaration(
                    "DECLARE", number, consignee, LocalDate.now(CHINA).minusDays(30), List.of(goods));
        }

        public Declaration as(String newOperation) {
            return new Declaration(newOperation, number, consignee, importDate, goods);
        }

        public Declaration with(Goods... newGoods) {
            return new Declaration("AMEND", number, consignee, importDate, List.of(newGoods));
        }

        public String xml() {
            var text = new StringBuilder("""
                    <declaration><operation>%s</operation><entryId>%s</entryId><customMaster>2202</customMaster>\
                    <despPortCode>311002</despPortCode><iEDate>%s</iEDate><cnsnTradeScc>%s</cnsnTradeScc>\
                    <consigneeCname>测试进口商</consigneeCname>
                    """.formatted(operation, number, importDate, consignee));
            goods.forEach(item -> text.append(item.xml()));
            return text.append("</declaration>\n").toString();
        }
    }

    /** A line of goods: frozen beef unless told otherwise. */
    public record Goods(int seqNo, String code, String name, String quantity, String batches) {

        public static Goods of(int seqNo, String name, String quantity) {
            return new Goods(seqNo, "0202300090", name, quantity, "LOT-" + seqNo);
        }

        String xml() {
            return """
                    <goods><gNo>%d</gNo><codeTs>%s</codeTs><gName>%s</gName><goodsSpec>20千克/箱</goodsSpec>\
                    <goodsBrand>Pampas</goodsBrand><prodBatchNo>%s</prodBatchNo><produceDate>%s</produceDate>\
                    <prodQgp>540</prodQgp><gQty>%s</gQty><gUnit>035</gUnit><cusOriginCountry>ARG</cusOriginCountry></goods>
                    """.formatted(
                            seqNo, code, name, batches, LocalDate.now(CHINA).minusDays(60), quantity);
        }
    }

    /** A new declaration number on every call. */
    public static String newDeclarationNo() {
        return "2202%d1%09d"
                .formatted(LocalDate.now(CHINA).getYear(), Math.floorMod(System.nanoTime(), 1_000_000_000L));
    }

    public static List<String> newDeclarationNos(int count) {
        var numbers = new ArrayList<String>();
        var first = Math.floorMod(System.nanoTime(), 900_000_000L);
        for (int i = 0; i < count; i++) {
            numbers.add("2202%d1%09d".formatted(LocalDate.now(CHINA).getYear(), first + i));
        }
        return numbers;
    }

    private static char checkDigit(String first17) {
        var alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += alphabet.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return alphabet.charAt((31 - sum % 31) % 31);
    }
}
