package org.suyuan.bench;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Random;
import org.suyuan.shared.SocialCreditCode;
import org.suyuan.testing.DeclarationFile;

/**
 * Files of FTR301 as large as one likes, the same for the same seed: each record a declaration of five lines of goods,
 * about 2.1 kB, of a thousand importers.
 */
final class DeclarationSample {

    static final int GOODS = 5;

    private static final int IMPORTERS = 1_000;
    private static final String[] FOODS = {"冷冻去骨牛肉", "冻带鱼", "婴儿配方奶粉", "橄榄油", "葡萄酒", "鲜樱桃", "混合坚果", "黑巧克力"};
    private static final String[] BRANDS = {"Pampas", "海之味", "Río Claro", "晨光牧场", "Nordisk", "Oliva Real"};
    private static final String[] COUNTRIES = {"ARG", "BRA", "NZL", "AUS", "CHL", "NOR", "ESP", "FRA"};

    private final Random random;
    private final int badOneIn;

    private DeclarationSample(long seed, int badOneIn) {
        this.random = new Random(seed);
        this.badOneIn = badOneIn;
    }

    static Path write(Path target, int records) {
        return write(target, records, 0);
    }

    /** @param badOneIn one record in so many names an enterprise whose code is mistyped; 0 for none */
    static Path write(Path target, int records, int badOneIn) {
        var sample = new DeclarationSample(records, badOneIn);
        try (var file = DeclarationFile.create(target, OffsetDateTime.now())) {
            for (int i = 0; i < records; i++) {
                file.add(sample.declaration(i));
            }
        }
        return target;
    }

    private String declaration(int i) {
        int importer = random.nextInt(IMPORTERS);
        boolean bad = badOneIn > 0 && i % badOneIn == badOneIn / 2;
        var record = new StringBuilder("""
                <declaration>
                <operation>DECLARE</operation><entryId>220220261%09d</entryId><customMaster>2202</customMaster>
                <despPortCode>311002</despPortCode><iEDate>2026-0%d-%02d</iEDate><cnsnTradeScc>%s</cnsnTradeScc>
                <consigneeCname>样例第%d号食品进口有限公司</consigneeCname><consignorName>Exportadora No. %d S.A.</consignorName>
                """.formatted(
                        i,
                        1 + random.nextInt(9),
                        1 + random.nextInt(28),
                        bad ? "91350100M000000001" : code(importer),
                        importer,
                        random.nextInt(5_000)));
        for (int line = 1; line <= GOODS; line++) {
            record.append(goods(i, line));
        }
        return record.append("</declaration>\n").toString();
    }

    private String goods(int declaration, int line) {
        int product = random.nextInt(20_000);
        return """
                <goods><gNo>%d</gNo><codeTs>02023000%02d</codeTs><ciqCode>101</ciqCode><gName>%s（%d）</gName>\
                <goodsSpec>20千克/箱，去骨</goodsSpec><goodsBrand>%s</goodsBrand><prodBatchNo>L%d-%d</prodBatchNo>\
                <produceDate>2026-0%d-%02d</produceDate><prodQgp>540</prodQgp><gQty>%d.%d</gQty><gUnit>035</gUnit>\
                <cusOriginCountry>%s</cusOriginCountry><engManEntCnm>Frigorífico No. %d</engManEntCnm></goods>
                """.formatted(
                        line,
                        product % 90,
                        of(FOODS, product),
                        product,
                        of(BRANDS, product),
                        declaration,
                        random.nextInt(100),
                        1 + random.nextInt(9),
                        1 + random.nextInt(28),
                        1 + random.nextInt(100_000),
                        random.nextInt(100),
                        of(COUNTRIES, product),
                        product % 2_000);
    }

    private static String of(String[] words, int product) {
        return words[product % words.length];
    }

    private static String code(int importer) {
        var first17 = "91350100M0%07d".formatted(importer);
        return first17 + SocialCreditCode.checkDigit(first17);
    }
}
