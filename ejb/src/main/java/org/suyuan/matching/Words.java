package org.suyuan.matching;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.suyuan.foodsafety.Tokens;

/** Names of food, brands and lots, written so that they can be compared. */
final class Words {

    private static final Pattern BRACKETED = Pattern.compile("[(\\[【][^)\\]】]*[)\\]】]");
    private static final Pattern FLAVOUR = Pattern.compile("\\p{IsHan}{1,3}味|(?i)\\b[a-z]+[ -]flavou?r(ed)?\\b");
    private static final Pattern HAN_STATES = Pattern.compile(
            "冷冻|速冻|冰冻|冰鲜|冷藏|鲜冷|鲜或冷的?|新鲜|去骨|带骨|去壳|带壳|去皮|有机|进口|原装|特级" + "|初榨|优质|即食|预包装|散装|天然|无糖|原味|其他|制品|产品|食品|^[冻鲜]");
    /** Stems that say how a food is, not which. */
    private static final Set<String> STATES =
            Set.of(("frozen fresh chill dri organ whole raw cook boneless bone skinless in"
                            + " with from of natur premium extra virgin select smoke cut piec slice food product other")
                    .split(" "));

    private static final Set<String> NO_BRANDS = Set.of(
            "无",
            "无品牌",
            "无牌",
            "无中文品牌",
            "无中文名称",
            "无境外品牌",
            "境外品牌",
            "其他",
            "none",
            "no",
            "nobrand",
            "unbranded",
            "na",
            "nil",
            "other");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(?:[-/._][a-z0-9]+)*");
    private static final int MOST_CODES = 500;
    private static final int MOST_WORDS = 40;

    private Words() {}

    /** Full width and accents do not count, nor does case. */
    static String folded(String text) {
        var wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return Normalizer.normalize(wide, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o");
    }

    /** Latin words apart by one blank, with one before the first and after the last; Chinese as it is. */
    static String plain(String text) {
        var apart = folded(text)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .replaceAll("(?<=\\p{IsHan})(?=[a-z0-9])|(?<=[a-z0-9])(?=\\p{IsHan})", " ");
        return " " + apart.strip() + " ";
    }

    /** Words that say which food it is: stems, and pairs of Chinese characters. */
    static Set<String> ofFood(String name) {
        var food = name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFKC);
        for (var aside : List.of(BRACKETED, FLAVOUR, HAN_STATES)) {
            food = aside.matcher(food.strip()).replaceAll(" ");
        }
        return Tokens.asked(food).stream()
                .map(Tokens.Token::text)
                .filter(word -> word.length() > 1 || Character.isIdeographic(word.charAt(0)))
                .filter(word -> word.codePoints().allMatch(Character::isLetter))
                .filter(word -> !STATES.contains(word))
                .limit(MOST_WORDS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Words of a food as people write them: pairs of Chinese characters that overlap are one word. */
    static String written(List<String> words) {
        return String.join(" ", words).replaceAll("(\\p{IsHan}) \\1", "$1");
    }

    /** What may be a lot or a registration: letters and digits, with at least one digit, run together. */
    static Set<String> codesIn(String text) {
        var codes = new LinkedHashSet<String>();
        var before = "";
        var matcher = CODE.matcher(folded(text));
        while (matcher.find() && codes.size() < MOST_CODES) {
            var word = matcher.group();
            add(codes, word);
            for (var part : word.split("/")) {
                add(codes, part);
            }
            if (before.matches("[a-z]{1,3}([-/._][a-z]{1,3})?")) {
                add(codes, before + word);
            }
            before = word;
        }
        return codes;
    }

    /** A lot or a registration as {@link #codesIn} finds it; null when it is too short to mean anything. */
    static String code(String text) {
        var codes = new LinkedHashSet<String>();
        add(codes, folded(text));
        return codes.isEmpty() ? null : codes.iterator().next();
    }

    private static void add(Set<String> codes, String word) {
        var code = word.replaceAll("[^a-z0-9]", "").replaceFirst("^(lot|batch|no)(?=.)", "");
        if (code.length() >= 4 && code.length() <= 60 && code.chars().anyMatch(Character::isDigit)) {
            codes.add(code);
        }
    }

    /** Not a word for none. */
    static boolean isBrand(String brand) {
        return brand != null && !NO_BRANDS.contains(plain(brand).replace(" ", ""));
    }

    /** Whether a text in {@link #plain} form names the brand, in Latin letters or in Chinese. */
    static boolean nameBrand(String plainText, String brand) {
        if (!isBrand(brand)) {
            return false;
        }
        var plain = plain(brand).strip();
        var latin = plain.replaceAll("\\p{IsHan}+", " ").strip();
        var han = plain.replaceAll("[^\\p{IsHan}]+", " ").strip();
        return latin.length() >= 3 && plainText.contains(" " + latin + " ")
                || !han.contains(" ") && han.length() >= 2 && plainText.contains(han);
    }
}
