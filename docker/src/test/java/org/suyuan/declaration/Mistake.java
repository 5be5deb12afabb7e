package org.suyuan.declaration;

import java.util.function.UnaryOperator;
import org.suyuan.testing.Customs;

/** What may be wrong with a record, and what its sender is told. */
enum Mistake {
    CHECK_DIGIT("CHECK_DIGIT", "cnsnTradeScc 不是有效的统一社会信用代码（校验码或格式不对）", record -> {
        var code = Customs.IMPORTER1;
        var wrong = code.substring(0, 17) + (code.endsWith("0") ? '1' : '0');
        return record.replace("<cnsnTradeScc>" + code, "<cnsnTradeScc>" + wrong);
    }),
    NO_NAME("MISSING", "第 2 项商品 gName 必填", record -> {
        int second = record.lastIndexOf("<gName>");
        return record.substring(0, second) + record.substring(second).replaceFirst("<gName>.*?</gName>", "");
    }),
    LONG_NAME(
            "TOO_LONG",
            "consigneeCname 最长 200 个字符",
            record -> record.replace(Records.CONSIGNEE, "𠮷".repeat(100) + "长")),
    SHORT_NUMBER(
            "FORMAT",
            "entryId 应为 18 位进口报关单号（第 5–8 位为年份，第 9 位为 1）",
            record -> record.replaceFirst("[0-9]</entryId>", "</entryId>")),
    NO_SUCH_DAY(
            "DATE", "iEDate 应为 1900 至 2999 年间的日期，如 2026-11-20", record -> record.replace("2026-01-31", "2026-02-30")),
    SAME_LINE_TWICE("DUPLICATE_ITEM", "第 2 项商品 gNo 1 重复", record -> record.replace("<gNo>2<", "<gNo>1<")),
    UNKNOWN_ELEMENT(
            "STRUCTURE",
            "元素 colour 未知、重复或次序不对",
            record -> record.replaceFirst("<goods>", "\n<colour>red</colour>\n<goods>"));

    final String code;
    final String reason;
    private final UnaryOperator<String> made;

    Mistake(String code, String reason, UnaryOperator<String> made) {
        this.code = code;
        this.reason = reason;
        this.made = made;
    }

    String madeIn(String record) {
        return made.apply(record);
    }

    /** The declaration number that the portal finds in such a record. */
    String keyOf(String number) {
        return this == SHORT_NUMBER ? number.substring(0, 17) : number;
    }
}
