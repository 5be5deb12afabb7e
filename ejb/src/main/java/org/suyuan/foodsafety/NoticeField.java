package org.suyuan.foodsafety;

import static org.suyuan.foodsafety.InfoCategory.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a notice may say (Q3 to Q6), in the order of the messages and of the page. A field knows in which categories it
 * occurs, how it is written and how much a hit in it weighs.
 */
public enum NoticeField {
    /** 标题 */
    TITLE("title", Kind.LINE, 500, Weight.TITLE, LAW, STANDARD, RISK, DENIED_ENTRY),
    /** 文号, 标准号 */
    DOCUMENT_NO("documentNo", Kind.LINE, 100, Weight.TITLE, LAW, STANDARD),
    /** 发布机构; of alerts the country or body that raised it */
    ISSUER("issuer", Kind.LINE, 200, Weight.FACT, LAW, STANDARD, RISK, DENIED_ENTRY),
    /** 发布日期 */
    PUBLISHED_ON("publishedOn", Kind.DAY, 10, Weight.FACT, LAW, STANDARD, RISK, DENIED_ENTRY),
    /** 施行日期, 实施日期 */
    EFFECTIVE_ON("effectiveOn", Kind.DAY, 10, Weight.FACT, LAW, STANDARD),
    /** 效力, 状态 */
    VALIDITY("validity", Kind.VALIDITY, 10, Weight.FACT, LAW, STANDARD),
    /** 代替 */
    REPLACES("replaces", Kind.LINE, 400, Weight.FACT, LAW, STANDARD),
    /** 国家/地区, 产地: codes or names, separated by ';' */
    COUNTRY("country", Kind.LIST, 1000, Weight.FACT, RISK, DENIED_ENTRY),
    /** 食品类别 */
    FOOD_CATEGORY("foodCategory", Kind.LIST, 400, Weight.FACT, STANDARD, RISK, DENIED_ENTRY),
    /** 产品名 */
    PRODUCT("product", Kind.LINE, 1000, Weight.MATTER, RISK, DENIED_ENTRY),
    /** 危害: what was found, as the source puts it */
    HAZARD("hazard", Kind.LINE, 3000, Weight.MATTER, RISK, DENIED_ENTRY),
    /** 危害类别 */
    HAZARD_GROUP("hazardGroup", Kind.LIST, 1000, Weight.FACT, RISK, DENIED_ENTRY),
    /** 级别 */
    LEVEL("level", Kind.LINE, 50, Weight.FACT, RISK),
    /** HS编码 */
    HS_CODE("hsCode", Kind.DIGITS, 13, Weight.TITLE, DENIED_ENTRY),
    /** 生产企业信息 */
    PRODUCER("producer", Kind.LINE, 500, Weight.FACT, RISK, DENIED_ENTRY),
    /** 进口商 */
    IMPORTER("importer", Kind.LINE, 200, Weight.FACT, DENIED_ENTRY),
    /** 未准入境原因 */
    REASON("reason", Kind.LINE, 1000, Weight.MATTER, RISK, DENIED_ENTRY),
    /** 处理措施 */
    MEASURE("measure", Kind.LINE, 500, Weight.FACT, RISK, DENIED_ENTRY),
    /** 重量, with its unit */
    WEIGHT("weight", Kind.LINE, 60, Weight.FACT, DENIED_ENTRY),
    /** 进境口岸 */
    PORT("port", Kind.LINE, 100, Weight.FACT, DENIED_ENTRY),
    /** 摘要 */
    SUMMARY("summary", Kind.LINE, 4000, Weight.TEXT, LAW, STANDARD, RISK, DENIED_ENTRY),
    /** 正文, with its line ends */
    BODY("body", Kind.TEXT, 500_000, Weight.TEXT, LAW, STANDARD, RISK),
    /** where the source shows it itself */
    SOURCE_URL("sourceUrl", Kind.ADDRESS, 1000, null, LAW, STANDARD, RISK, DENIED_ENTRY);

    /** How a field is written. */
    public enum Kind {
        LINE,
        /** several values, separated by ';' */
        LIST,
        /** several lines */
        TEXT,
        DAY,
        DIGITS,
        /** {@link Validity} */
        VALIDITY,
        /** http or https */
        ADDRESS
    }

    private final String element;
    private final Kind kind;
    private final int longest;
    private final Weight weight;
    private final Set<InfoCategory> categories;

    NoticeField(String element, Kind kind, int longest, Weight weight, InfoCategory... categories) {
        this.element = element;
        this.kind = kind;
        this.longest = longest;
        this.weight = weight;
        this.categories = EnumSet.copyOf(List.of(categories));
    }

    /** Name of the element in messages, and of the field in mappings and addresses. */
    public String element() {
        return element;
    }

    public Kind kind() {
        return kind;
    }

    /** Most UTF-16 units. */
    public int longest() {
        return longest;
    }

    public boolean required() {
        return this == TITLE || this == PUBLISHED_ON;
    }

    /** How much a hit in this field counts; null when it is not searched. */
    Weight weight() {
        return weight;
    }

    public static List<NoticeField> of(InfoCategory category) {
        return Stream.of(values()).filter(f -> f.categories.contains(category)).toList();
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
