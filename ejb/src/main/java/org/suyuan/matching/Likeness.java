package org.suyuan.matching;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a notice with a product and adds up what speaks for a match and what against it. The weights are such that no
 * single hint is enough, save the producer's name; that food and country together are, or a lot and its country; and that
 * another producer, another country or another food need more on the other side than those leave.
 */
final class Likeness {

    private static final int COUNTRY = 20;
    private static final int OTHER_COUNTRY = -60;
    private static final int PRODUCER = 60;
    private static final int PRODUCER_IN_TEXT = 35;
    private static final int OTHER_PRODUCER = -45;
    private static final int REGISTRATION = 60;
    private static final int LOT = 45;
    private static final int COMMON_LOT = 25;
    private static final int BRAND = 20;
    private static final int FOOD = 40;
    private static final int SAME_FOOD_TWICE = 5;
    private static final int SAME_HEADING = 20;
    private static final int OTHER_HEADING = -25;
    private static final int OTHER_CHAPTER = -30;
    private static final int MOST = 100;
    private static final double SAME_WORDS = 0.6;

    /** Of several lots that a notice names, the one that others are least likely to have. */
    static final Comparator<String> TELLING =
            Comparator.comparing((String lot) -> !isCommon(lot)).thenComparing(String::length);

    private final NoticeTraits notice;
    private final ProductTraits product;
    private final Map<Evidence, String> reasons = new EnumMap<>(Evidence.class);

    private Likeness(NoticeTraits notice, ProductTraits product) {
        this.notice = notice;
        this.product = product;
    }

    /**
     * @param lot of the product, named in the notice; or null
     * @return empty when it is no match
     */
    static Optional<Score> of(NoticeTraits notice, ProductTraits product, String lot) {
        return new Likeness(notice, product).score(lot);
    }

    private Optional<Score> score(String lot) {
        int points = country() + producer() + food() + brand() + lot(lot);
        return points < Score.ENOUGH ? Optional.empty() : Optional.of(new Score(Math.min(points, MOST), reasons));
    }

    private int country() {
        if (notice.countries().isEmpty()) {
            return 0;
        }
        return notice.countries().contains(product.country())
                ? because(Evidence.COUNTRY, product.country(), COUNTRY)
                : OTHER_COUNTRY;
    }

    private int producer() {
        var shared = notice.producer().sharedWith(product.producer());
        if (shared != null) {
            return because(Evidence.PRODUCER, product.producer().written(shared), PRODUCER);
        }
        if (product.registration() != null && notice.codes().contains(product.registration())) {
            return because(
                    Evidence.REGISTRATION,
                    product.registration(),
                    isCommon(product.registration()) ? LOT : REGISTRATION);
        }
        if (product.producer().isNamedIn(notice.text())) {
            return because(Evidence.PRODUCER, product.producer().written(null), PRODUCER_IN_TEXT);
        }
        return notice.producer().differsFrom(product.producer()) ? OTHER_PRODUCER : 0;
    }

    /** The notice's 商品编码 decides, when it has one; else words, in the same language or by way of the tariff. */
    private int food() {
        boolean sameWords = hasSameWords();
        if (sameWords) {
            reasons.put(
                    Evidence.PRODUCT,
                    Words.written(product.words().stream()
                            .filter(notice.words()::contains)
                            .toList()));
        }
        if (!notice.goodsCode().isEmpty()) {
            return byGoodsCode(sameWords);
        }
        if (sameWords) {
            return FOOD;
        }
        var six = beginning(product.goodsCode(), 6);
        boolean sameHeading = notice.headings().contains(six)
                || namesBrand() && notice.headingsWithout(product.brandWords()).contains(six);
        return sameHeading ? because(Evidence.HEADING, six, FOOD) : 0;
    }

    private int byGoodsCode(boolean sameWords) {
        var wanted = notice.goodsCode();
        int same = common(wanted, product.goodsCode());
        int more = sameWords ? SAME_FOOD_TWICE : 0;
        if (same >= 6 || same == wanted.length() && same >= 4) {
            return because(Evidence.HS_CODE, beginning(product.goodsCode(), same), FOOD + more);
        }
        if (same >= 4 || same == wanted.length()) {
            return because(Evidence.HS_CODE, beginning(product.goodsCode(), same), SAME_HEADING + more);
        }
        return (same >= 2 ? OTHER_HEADING : OTHER_CHAPTER) + (sameWords ? FOOD : 0);
    }

    /** Of two names one may say more than the other; a title says much else and must have all words of the product. */
    private boolean hasSameWords() {
        Set<String> words = product.words();
        if (words.isEmpty() || notice.words().isEmpty()) {
            return false;
        }
        long shared = words.stream().filter(notice.words()::contains).count();
        return notice.namesFood()
                ? shared >= SAME_WORDS * Math.min(words.size(), notice.words().size())
                : shared == words.size();
    }

    /** A brand that is part of the producer's name says nothing more than that name did. */
    private int brand() {
        return namesBrand()
                        && !Words.nameBrand(Words.plain(reasons.getOrDefault(Evidence.PRODUCER, "")), product.brand())
                ? because(Evidence.BRAND, product.brand(), BRAND)
                : 0;
    }

    private boolean namesBrand() {
        return product.brand() != null && Words.nameBrand(notice.text(), product.brand());
    }

    private int lot(String lot) {
        return lot == null ? 0 : because(Evidence.LOT, lot, isCommon(lot) ? COMMON_LOT : LOT);
    }

    /** A short code, or a day or another plain number, which others may have, too. */
    private static boolean isCommon(String code) {
        return code.length() < 6 || code.chars().allMatch(Character::isDigit);
    }

    private int because(Evidence evidence, String words, int points) {
        reasons.put(evidence, words);
        return points;
    }

    private static int common(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private static String beginning(String code, int length) {
        return code.substring(0, Math.min(code.length(), length));
    }
}
