package org.suyuan.declaration;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.stream.IntStream;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;

/** Records of FTR301 that leave nothing out, with characters from inside and outside the basic plane and backslashes. */
public final class Records {

    static final String CONSIGNEE = "上海𠮷祥食品有限公司";
    static final String AGENT = "宁波𩸽港报关行";
    static final String SHIPPER = "Müller & Søn 〈株式會社𠀋〉";
    static final String SPECIFICATION = "𬺈500克×24／箱\\N\\t";
    static final String BRAND = "龘𪚥牌";
    static final String BATCHES = "批𠮷一;批𠮷二";
    static final String PRODUCER = "Frigorífico Río & 南美𠮷野家工厂";
    static final String REGISTRATION = "阿根廷-№𠮷1970";

    private static final int YEAR = LocalDate.now().getYear();

    private Records() {}

    /** Each test takes its declaration numbers from a block of its own. */
    public static String number(int block, int index) {
        return "2202%d1%03d%06d".formatted(YEAR, block, index);
    }

    /** Matches the numbers of a block. */
    public static String pattern(int block) {
        return "2202%d1%03d%%".formatted(YEAR, block);
    }

    static String foodName(String number) {
        return "冷冻𩶘鱼（" + number + "）";
    }

    /** A declaration with two lines of goods, on four lines of the file. */
    static String full(String number) {
        return record(number, goods(1, foodName(number)) + goods(2, foodName(number)));
    }

    /** A declaration as long as it may be with one line of goods: more than 2,500 bytes. */
    static String wordy(String number) {
        var name = (foodName(number) + "鱼".repeat(200)).substring(0, 200);
        return record(number, goods(1, name, "格".repeat(200), "批".repeat(400), "厂".repeat(200)));
    }

    private static String record(String number, String goods) {
        return """
                <declaration><operation>DECLARE</operation><entryId>%s</entryId><customMaster>2202</customMaster>\
                <despPortCode>311002</despPortCode><iEDate>2026-01-31</iEDate><cnsnTradeScc>%s</cnsnTradeScc>\
                <consigneeCname>%s</consigneeCname><agentScc>%s</agentScc><agentName>%s</agentName>\
                <consignorName>%s</consignorName>
                %s</declaration>
                """.formatted(number, Customs.IMPORTER1, CONSIGNEE, Customs.IMPORTER2, AGENT, escaped(SHIPPER), goods);
    }

    private static String goods(int seqNo, String name) {
        return goods(seqNo, name, SPECIFICATION, BATCHES, PRODUCER);
    }

    private static String goods(int seqNo, String name, String specification, String batches, String producer) {
        return """
                <goods><gNo>%d</gNo><codeTs>0303899090</codeTs><ciqCode>101</ciqCode><gName>%s</gName>\
                <goodsSpec>%s</goodsSpec><goodsBrand>%s</goodsBrand><prodBatchNo>%s</prodBatchNo>\
                <produceDate>2025-12-31</produceDate><prodQgp>540</prodQgp><gQty>100.5</gQty><gUnit>035</gUnit>\
                <cusOriginCountry>ARG</cusOriginCountry><engManEntCnm>%s</engManEntCnm><mnufctrRegNo>%s</mnufctrRegNo></goods>
                """.formatted(seqNo, name, specification, BRAND, batches, escaped(producer), REGISTRATION);
    }

    /** A message with short records of three lines; the goods are named 冷冻牛肉0, 冷冻牛肉1 … */
    static String message(OffsetDateTime time, int block, int count) {
        return Customs.message(
                time,
                IntStream.range(0, count)
                        .mapToObj(
                                i -> Declaration.of(number(block, i), Customs.IMPORTER1, Goods.of(1, "冷冻牛肉" + i, "10")))
                        .toList());
    }

    /** A message with one record, whose goods are named by an entity of its document type. */
    static String message(OffsetDateTime time, int block, String documentType, String entity) {
        return message(time, block, 1)
                .replace("<FTR301 ", documentType + "\n<FTR301 ")
                .replace("冷冻牛肉0", entity);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;");
    }
}
