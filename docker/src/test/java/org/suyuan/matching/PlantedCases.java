package org.suyuan.matching;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suyuan.shared.SocialCreditCode;

/**
 * Importers of one food each, and notices of which it is known whom they concern: for each food up to sixteen that concern its
 * importer, written as authorities write (other case, punctuation, legal form, length of code, language), and sixteen that only
 * look as if they did. Knows nothing of how the portal matches.
 */
final class PlantedCases {

    /** What an importer declares. */
    record Food(
            String importer,
            String goodsCode,
            String name,
            String english,
            String country,
            String producer,
            String brand,
            String lot) {}

    /** A notice, and the importer whom it concerns; null when it concerns nobody here. */
    record Case(String originId, boolean refused, String importer, Map<String, String> fields) {}

    private static final String[][] FOODS = {
        {"0402210000", "全脂奶粉", "Whole milk powder", "NZL", "Canterbury Pastures Ltd.", "牧云", "CP24B0917"},
        {
            "0202300010",
            "冷冻去骨牛腱",
            "Frozen boneless bovine meat",
            "BRA",
            "Frigorífico São Bento S.A.",
            "Boa Vista",
            "SB-7741/26"
        },
        {"0207142200", "冷冻鸡翅", "Frozen chicken wings", "POL", "Drobex Wielkopolska Sp. z o.o.", "Drobex", "PL0426A77"},
        {"0303130000", "冻大西洋鲑鱼", "Frozen Atlantic salmon", "NOR", "Fjordlaks Nord AS", "北湾 Nordbukta", "FLN260113"},
        {"0802510000", "开心果（带壳）", "Pistachios", "IRN", "Rafsanjan Orchards Co.", "Zarrin", "RO-1404-88"},
        {"0904110000", "黑胡椒粒", "Pepper", "VNM", "Binh Phuoc Pepper JSC", "Tieu Do", "BPP26X019"},
        {
            "1509200000",
            "特级初榨橄榄油",
            "Extra virgin olive oil",
            "ESP",
            "Aceites Sierra Mágina, S.L.",
            "Mágina Oro",
            "ASM-L2603"
        },
        {"1806310000", "夹心巧克力", "Filled chocolate", "BEL", "Chocolaterie Van Houtte N.V.", "Houtte", "VH6015C2"},
        {"2204210000", "干红葡萄酒", "Red wine", "FRA", "Château Beaumont-Lacoste SARL", "Beaumont Lacoste", "LBL2022Q"},
        {"0409000000", "百花蜂蜜", "Natural honey", "UKR", "Medova Dolyna LLC", "Medova", "MD-331-26"},
        {"2008112000", "颗粒花生酱", "Peanut butter", "USA", "Peach County Foods, Inc.", "Peach County", "PCF6022B"},
        {"1604142000", "金枪鱼罐头", "Canned tuna", "THA", "Andaman Tuna Canning Public Co., Ltd.", "Andaman", "AT26TH55"},
        {"0406900000", "切达干酪", "Cheddar cheese", "IRL", "Ballyhoura Creamery DAC", "Ballyhoura", "BHC7719K"},
        {"1902190000", "意大利直面", "Uncooked pasta", "ITA", "Pastificio Fratelli Conti S.p.A.", "Conti", "PFC0326D"},
        {
            "2106909000",
            "复合蛋白固体饮料",
            "Protein drink powder",
            "DEU",
            "Kraftwerk Nahrungsmittel GmbH & Co. KG",
            "Kraftwerk",
            "KN26W118"
        },
        {"1905310000", "黄油曲奇饼干", "Butter cookies", "DNK", "Sønderby Bageri A/S", "Sønderby", "SB26-4410"},
    };

    /** Another producer of the same country, whose name begins alike. */
    private static final String[] OTHER_PRODUCERS = {
        "Canterbury Plains Dairy Ltd.", "Frigorífico São Paulo S.A.", "Drobiarstwo Polskie Sp. z o.o.",
                "Fjordfisk Sør AS",
        "Rafsanjan Pistachio Union", "Binh Duong Pepper JSC", "Aceites Sierra Nevada, S.L.",
                "Chocolaterie Van Damme N.V.",
        "Château Beauregard SARL", "Medovyi Krai LLC", "Peach State Nuts, Inc.", "Andaman Sea Foods Co., Ltd.",
        "Ballymaloe Dairies DAC", "Pastificio Fratelli Rossi S.p.A.", "Kraftfutter Nord GmbH", "Sønderjylland Brød A/S"
    };

    /** The countries of the foods as people write them. */
    private static final String[] COUNTRIES = {
        "新西兰",
        "Brazil",
        "Poland",
        "挪威",
        "Iran",
        "越南",
        "Spain",
        "比利时",
        "France",
        "乌克兰",
        "United States",
        "泰国",
        "Ireland",
        "意大利",
        "Germany",
        "丹麦"
    };

    /** The producers with the legal form in other words, or none, and an address. */
    private static final String[] PRODUCERS = {
        "CANTERBURY PASTURES LIMITED, Christchurch",
        "Frigorifico Sao Bento SA",
        "DROBEX WIELKOPOLSKA Spolka z o.o.",
        "FJORDLAKS NORD",
        "Rafsanjan Orchards Company",
        "Binh Phuoc Pepper Joint Stock Company (JSC)",
        "ACEITES SIERRA MAGINA SL (Jaén)",
        "Chocolaterie Van Houtte NV",
        "Chateau Beaumont Lacoste S.A.R.L.",
        "MEDOVA DOLYNA L.L.C.",
        "Peach County Foods Incorporated",
        "ANDAMAN TUNA CANNING PUBLIC COMPANY LIMITED",
        "Ballyhoura Creamery Designated Activity Company (DAC)",
        "PASTIFICIO FRATELLI CONTI SPA",
        "Kraftwerk Nahrungsmittel GmbH",
        "SØNDERBY BAGERI AS"
    };

    /** English names that the tariff has not in these words: nothing translates them. */
    private static final Set<String> NOT_IN_TARIFF = Set.of(
            "Whole milk powder",
            "Filled chocolate",
            "Red wine",
            "Peanut butter",
            "Canned tuna",
            "Cheddar cheese",
            "Protein drink powder",
            "Butter cookies");

    private final List<Food> foods = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();

    PlantedCases() {
        for (int i = 0; i < FOODS.length; i++) {
            var food = FOODS[i];
            foods.add(new Food(importer(i), food[0], food[1], food[2], food[3], food[4], food[5], food[6]));
        }
        for (int i = 0; i < FOODS.length; i++) {
            concerning(i, foods.get(i));
            otherwiseWritten(i, foods.get(i));
            misleading(i, foods.get(i), foods.get((i + 5) % foods.size()));
        }
    }

    List<Food> foods() {
        return foods;
    }

    List<Case> cases() {
        return cases;
    }

    static String importer(int index) {
        var first17 = "91350200MB%07d".formatted(3_000 + index);
        return first17 + SocialCreditCode.checkDigit(first17);
    }

    private void concerning(int i, Food food) {
        refused(
                i,
                "M1",
                food,
                Map.of(
                        "product", food.name(),
                        "country", food.country(),
                        "hsCode", food.goodsCode(),
                        "producer", food.producer().toUpperCase()));
        refused(
                i,
                "M2",
                food,
                Map.of(
                        "product",
                        "进口食品",
                        "country",
                        food.country(),
                        "hsCode",
                        food.goodsCode().substring(0, 6)));
        refused(
                i,
                "M3",
                food,
                Map.of(
                        "product", "进口食品",
                        "country", food.country(),
                        "hsCode", food.goodsCode().substring(0, 8),
                        "producer", withoutLegalForm(food.producer())));
        risk(i, "M4", food, Map.of("product", food.name(), "country", food.country()));
        risk(
                i,
                "M5",
                food,
                Map.of(
                        "product", food.english(),
                        "country", food.country(),
                        "producer", food.producer().replaceAll("[.,]", "") + ", 12 Harbour Road"));
        risk(i, "M6", food, Map.of("country", food.country(), "summary", "涉及批号：" + food.lot() + "，已要求下架"));
        risk(
                i,
                "M7",
                food,
                Map.of(
                        "country", food.country(),
                        "product", food.name(),
                        "summary", "Affected lots: A1, " + food.lot().toLowerCase() + ", Z9"));
        risk(i, "M8", food, Map.of("producer", withoutAccents(food.producer()), "hazard", "Salmonella"));
        risk(i, "M9", food, Map.of("product", food.brand() + " " + food.name(), "country", "CHN;" + food.country()));
        refused(
                i,
                "M10",
                food,
                Map.of(
                        "product", "（训练）" + food.name() + " 批次抽检",
                        "country", food.country(),
                        "hsCode", food.goodsCode().substring(0, 4)));
    }

    /** The same in other notations: code with its three further digits, country by name, brand, lot and legal form. */
    private void otherwiseWritten(int i, Food food) {
        refused(i, "M11", food, Map.of("product", "食品", "country", COUNTRIES[i], "hsCode", food.goodsCode() + "999"));
        if (!NOT_IN_TARIFF.contains(food.english())) {
            risk(
                    i,
                    "M12",
                    food,
                    Map.of(
                            "product",
                            withoutAccents(food.brand()).toUpperCase().replace(' ', '-') + " " + food.english(),
                            "country",
                            COUNTRIES[i]));
        }
        risk(
                i,
                "M13",
                food,
                Map.of(
                        "country",
                        COUNTRIES[i],
                        "summary",
                        "Batch No. " + food.lot().replaceAll("(?<=[A-Z])-?(?=[0-9])", "-") + ", best before 2027"));
        risk(
                i,
                "M14",
                food,
                Map.of(
                        "country",
                        COUNTRIES[i],
                        "summary",
                        "批号" + food.lot().replaceFirst("(?<=[A-Z])-?(?=[0-9])", " ") + "等两批"));
        risk(i, "M15", food, Map.of("producer", PRODUCERS[i], "hazard", "Listeria monocytogenes"));
        refused(i, "M16", food, Map.of("producer", PRODUCERS[i], "country", COUNTRIES[i], "product", "食品"));
    }

    private void misleading(int i, Food food, Food other) {
        var sibling = food.goodsCode().substring(0, 4) + (food.goodsCode().startsWith("9", 4) ? "1" : "9") + "9";
        var lot = food.lot();
        var nextLot = lot.substring(0, lot.length() - 1) + (lot.endsWith("7") ? "8" : "7");
        refused(i, "N11", null, Map.of("product", "样品", "country", COUNTRIES[i], "hsCode", sibling));
        risk(i, "N12", null, Map.of("country", COUNTRIES[i], "summary", "涉及批号：" + nextLot));
        risk(
                i,
                "N13",
                null,
                Map.of(
                        "country",
                        COUNTRIES[i],
                        "producer",
                        "New " + PRODUCERS[i].split(" ")[0] + " Trading Ltd.",
                        "product",
                        other.english()));
        risk(i, "N14", null, Map.of("product", food.brand() + " ceramic mug", "country", COUNTRIES[i]));
        refused(
                i,
                "N15",
                null,
                Map.of(
                        "product", food.name(),
                        "country", COUNTRIES[(i + 1) % COUNTRIES.length],
                        "hsCode", food.goodsCode().substring(0, 6),
                        "producer", other.producer()));
        risk(i, "N16", null, Map.of("country", COUNTRIES[i], "summary", "编号 X" + lot + "9 的检测报告"));
        var elsewhere = food.country().equals("CHL") ? "PER" : "CHL";
        refused(i, "N1", null, Map.of("product", food.name(), "country", elsewhere, "hsCode", food.goodsCode()));
        refused(
                i,
                "N2",
                null,
                Map.of(
                        "product", food.name(),
                        "country", food.country(),
                        "hsCode", food.goodsCode(),
                        "producer", OTHER_PRODUCERS[i]));
        risk(i, "N3", null, Map.of("product", food.english(), "country", elsewhere, "producer", food.producer()));
        risk(i, "N4", null, Map.of("country", food.country(), "hazard", "沙门氏菌"));
        risk(i, "N5", null, Map.of("hazard", "Salmonella", "reason", "致病菌超标"));
        risk(i, "N6", null, Map.of("product", "Fresh dragon fruit", "country", food.country(), "hazard", "Aflatoxin"));
        refused(i, "N7", null, Map.of("product", "鲜榴莲", "country", food.country(), "hsCode", "0810600000"));
        risk(
                i,
                "N8",
                null,
                Map.of(
                        "product",
                        food.name(),
                        "country",
                        food.country(),
                        "producer",
                        OTHER_PRODUCERS[i],
                        "hazard",
                        "铅"));
        refused(
                i,
                "N9",
                null,
                Map.of(
                        "product", "宠物零食",
                        "country", food.country(),
                        "hsCode", "2309109000",
                        "summary", "生产日期 2026-01-13，批号 20260113"));
        risk(
                i,
                "N10",
                null,
                Map.of(
                        "product",
                        "Glass bottle",
                        "country",
                        elsewhere,
                        "summary",
                        food.brand() + " " + other.lot() + "X"));
    }

    private static String withoutLegalForm(String producer) {
        return producer.replaceFirst(
                "(?i),? (public co\\., ltd\\.|gmbh & co\\. kg|sp\\. z"
                        + " o\\.o\\.|ltd\\.|s\\.a\\.|as|co\\.|jsc|s\\.l\\.|n\\.v\\.|sarl|llc|inc\\.|dac|s\\.p\\.a\\.|a/s)$",
                "");
    }

    private static String withoutAccents(String text) {
        return text.replace('í', 'i')
                .replace('ã', 'a')
                .replace('á', 'a')
                .replace('â', 'a')
                .replace('ø', 'o');
    }

    private void refused(int i, String kind, Food food, Map<String, String> fields) {
        add(i, kind, true, food, fields);
    }

    private void risk(int i, String kind, Food food, Map<String, String> fields) {
        add(i, kind, false, food, fields);
    }

    private void add(int i, String kind, boolean refused, Food food, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("title", refused ? "未准入境食品通报" : "食品安全风险预警");
        cases.add(new Case("PLANT-%02d-%s".formatted(i, kind), refused, food == null ? null : food.importer(), all));
    }

    /** The cases of one kind as a message. */
    static String message(boolean refused, List<Case> cases, OffsetDateTime time) {
        var type = refused ? "FTR404" : "FTR403";
        var text = new StringBuilder("<" + type + " xmlns=\"urn:suyuan:ftr:1\"><head><messageId>P" + System.nanoTime()
                + "</messageId><messageTime>" + time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                + "</messageTime></head>");
        for (var one : cases) {
            text.append("<notice><operation>PUBLISH</operation><source>GACC</source><originId>")
                    .append(one.originId())
                    .append("</originId>");
            for (var field : ORDER) {
                var value = field.equals("publishedOn")
                        ? LocalDate.now().minusDays(3).toString()
                        : one.fields().get(field);
                if (value != null) {
                    text.append("<" + field + ">" + value.replace("&", "&amp;") + "</" + field + ">");
                }
            }
            text.append("</notice>");
        }
        return text.append("</" + type + ">").toString();
    }

    private static final List<String> ORDER =
            List.of("title", "publishedOn", "country", "product", "hazard", "hsCode", "producer", "reason", "summary");

    /** A declaration of this food. */
    static String declaration(Food food, String number) {
        return """
            <declaration><operation>DECLARE</operation><entryId>%s</entryId><customMaster>2202</customMaster>\
            <despPortCode>311002</despPortCode><iEDate>%s</iEDate><cnsnTradeScc>%s</cnsnTradeScc>\
            <consigneeCname>样例进口有限公司</consigneeCname>
            <goods><gNo>1</gNo><codeTs>%s</codeTs><gName>%s</gName><goodsBrand>%s</goodsBrand>\
            <prodBatchNo>%s</prodBatchNo><gQty>1000</gQty><gUnit>035</gUnit><cusOriginCountry>%s</cusOriginCountry>\
            <engManEntCnm>%s</engManEntCnm></goods></declaration>
            """.formatted(
                        number,
                        LocalDate.now().minusDays(20),
                        food.importer(),
                        food.goodsCode(),
                        food.name(),
                        food.brand(),
                        food.lot(),
                        food.country(),
                        food.producer().replace("&", "&amp;"));
    }
}
