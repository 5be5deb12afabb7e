package org.suyuan.exchange.message;

import static org.suyuan.exchange.message.Ftr301.Details.*;
import static org.suyuan.exchange.message.Ftr301.Goods.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.suyuan.declaration.DeclarationRecord;
import org.suyuan.declaration.GoodsRecord;
import org.suyuan.exchange.message.Rejection.Code;
import org.suyuan.shared.DeclarationNumber;

/** FTR301: customs pushes declarations, amends them and cancels them. One record is one declaration, whole. */
public final class Ftr301 {

    public static final String TYPE = "FTR301";
    public static final MessageShape SHAPE =
            new MessageShape(TYPE, "declaration", List.of(Details.values()), "goods", List.of(Goods.values()));

    private static final Pattern OPERATION_NAME = Pattern.compile("DECLARE|AMEND|CANCEL");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

    private Ftr301() {}

    enum Details implements Field {
        OPERATION("operation"),
        ENTRY_ID("entryId"),
        CUSTOM_MASTER("customMaster"),
        DESP_PORT_CODE("despPortCode"),
        IMPORT_DATE("iEDate"),
        CONSIGNEE_CODE("cnsnTradeScc"),
        CONSIGNEE_NAME("consigneeCname"),
        AGENT_CODE("agentScc"),
        AGENT_NAME("agentName"),
        CONSIGNOR("consignorName");

        private final String element;

        Details(String element) {
            this.element = element;
        }

        @Override
        public String element() {
            return element;
        }
    }

    enum Goods implements Field {
        NUMBER("gNo"),
        TARIFF_CODE("codeTs"),
        INSPECTION_CODE("ciqCode"),
        NAME("gName"),
        SPECIFICATION("goodsSpec"),
        BRAND("goodsBrand"),
        BATCHES("prodBatchNo"),
        PRODUCED("produceDate"),
        SHELF_LIFE("prodQgp"),
        QUANTITY("gQty"),
        UNIT("gUnit"),
        ORIGIN("cusOriginCountry"),
        PRODUCER("engManEntCnm"),
        PRODUCER_REGISTRATION("mnufctrRegNo");

        private final String element;

        Goods(String element) {
            this.element = element;
        }

        @Override
        public String element() {
            return element;
        }
    }

    /** @param thisYear declarations of later years do not exist yet */
    public static Checked<DeclarationRecord> check(SourceRecord source, int thisYear) {
        var check = new FieldCheck(source);
        if (source.values() == null) {
            return check.reject(null);
        }
        var operation = check.matching(OPERATION, OPERATION_NAME, " DECLARE、AMEND 或 CANCEL");
        var entryId = declarationNo(check, thisYear);
        boolean cancelled = "CANCEL".equals(operation);
        DeclarationRecord record;
        if (cancelled && isBare(source)) {
            record = entryId == null ? null : DeclarationRecord.cancellation(entryId);
        } else {
            record = new DeclarationRecord(
                    entryId,
                    cancelled,
                    check.digits(CUSTOM_MASTER, 4),
                    check.digits(DESP_PORT_CODE, 6),
                    check.day(IMPORT_DATE),
                    check.socialCreditCode(CONSIGNEE_CODE),
                    check.text(CONSIGNEE_NAME, 200),
                    check.optionalSocialCreditCode(AGENT_CODE),
                    check.optionalText(AGENT_NAME, 200),
                    check.optionalText(CONSIGNOR, 200),
                    goods(check, source.lines()));
        }
        return check.passed()
                ? check.accept(record)
                : check.reject(source.values().get(ENTRY_ID));
    }

    private static String declarationNo(FieldCheck check, int thisYear) {
        var text = check.text(ENTRY_ID, Integer.MAX_VALUE);
        if (text != null && !DeclarationNumber.isWellWritten(text, thisYear)) {
            check.wrong(Code.FORMAT, "entryId 应为 18 位进口报关单号（第 5–8 位为年份，第 9 位为 1）");
        }
        return text;
    }

    private static boolean isBare(SourceRecord source) {
        return source.lines().isEmpty()
                && Stream.of(Details.values())
                        .filter(field -> field != OPERATION && field != ENTRY_ID)
                        .allMatch(field -> source.values().get(field) == null);
    }

    private static List<GoodsRecord> goods(FieldCheck check, List<Values> lines) {
        if (lines.isEmpty()) {
            check.wrong(Code.MISSING, "至少应有一项商品 goods");
        } else if (lines.size() > MessageShape.MOST_LINES) {
            check.wrong(Code.TOO_MANY_ITEMS, "商品最多 " + MessageShape.MOST_LINES + " 项");
            return List.of();
        }
        var goods = new ArrayList<GoodsRecord>(lines.size());
        var numbers = new HashSet<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            check.at(lines.get(i), "第 " + (i + 1) + " 项商品 ");
            var number = check.count(NUMBER, 4);
            if (number != null && !numbers.add(number)) {
                check.wrong(Code.DUPLICATE_ITEM, "gNo " + number + " 重复");
            }
            goods.add(goodsRecord(check, number));
        }
        return goods;
    }

    private static GoodsRecord goodsRecord(FieldCheck check, Integer number) {
        var tariffCode = check.digits(TARIFF_CODE, 10);
        var inspectionCode = check.optionalDigits(INSPECTION_CODE, 3);
        return new GoodsRecord(
                number == null ? 0 : number,
                inspectionCode == null ? tariffCode : tariffCode + inspectionCode,
                check.text(NAME, 200),
                check.optionalText(SPECIFICATION, 200),
                check.optionalText(BRAND, 100),
                check.list(BATCHES, 400),
                check.optionalDay(PRODUCED),
                check.optionalCount(SHELF_LIFE, 5),
                check.quantity(QUANTITY),
                check.digits(UNIT, 3),
                check.matching(ORIGIN, COUNTRY, "三位大写字母的国别代码"),
                check.optionalText(PRODUCER, 200),
                check.optionalText(PRODUCER_REGISTRATION, 50));
    }
}
