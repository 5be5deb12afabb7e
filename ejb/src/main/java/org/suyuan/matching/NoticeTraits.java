package org.suyuan.matching;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suyuan.foodsafety.Notice;
import org.suyuan.foodsafety.NoticeField;

/**
 * A notice, ready to be compared with products.
 *
 * @param goodsCode digits, or empty
 * @param countries ISO 3166 alpha-3; none when it is not known
 * @param codes all in it that may be a lot or a registration
 * @param words which food it names
 * @param namesFood the words are those of its product; else those of its whole title
 * @param headings six digits of 商品编码 under which the tariff has this food
 * @param tariff that knows further ones
 * @param text all its short texts, as {@link Words#plain} writes them
 */
record NoticeTraits(
        long id,
        int revision,
        String goodsCode,
        Set<String> countries,
        ProducerName producer,
        Set<String> codes,
        Set<String> words,
        boolean namesFood,
        Set<String> headings,
        Tariff tariff,
        String text) {

    private static final int MOST_OF_BODY = 20_000;

    static NoticeTraits of(Notice notice, Tariff tariff) {
        var goodsCode = notice.get(NoticeField.HS_CODE);
        var product = notice.get(NoticeField.PRODUCT);
        var country = notice.get(NoticeField.COUNTRY);
        var body = notice.get(NoticeField.BODY);
        var text = Stream.of(
                        NoticeField.TITLE,
                        NoticeField.PRODUCT,
                        NoticeField.PRODUCER,
                        NoticeField.REASON,
                        NoticeField.SUMMARY,
                        NoticeField.MEASURE)
                .map(notice::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        var words = Words.ofFood(product == null ? notice.title() : product);
        return new NoticeTraits(
                notice.id(),
                notice.revision(),
                goodsCode == null ? "" : goodsCode,
                country == null
                        ? Set.of()
                        : Stream.of(country.split(";"))
                                .filter(code -> code.matches("[A-Z]{3}"))
                                .collect(Collectors.toSet()),
                ProducerName.of(notice.get(NoticeField.PRODUCER)),
                Words.codesIn(
                        body == null ? text : text + '\n' + body.substring(0, Math.min(body.length(), MOST_OF_BODY))),
                words,
                product != null,
                product == null ? Set.of() : tariff.headings(words),
                tariff,
                Words.plain(text));
    }

    /** Those that the tariff has for the food when these words are not part of its name. */
    Set<String> headingsWithout(Set<String> others) {
        return namesFood
                ? tariff.headings(
                        words.stream().filter(word -> !others.contains(word)).collect(Collectors.toSet()))
                : Set.of();
    }

    Set<String> traits() {
        var traits = new Traits().producers(producer).codes(codes);
        countries.forEach(country -> {
            traits.words(country, words).heading(country, goodsCode);
            headings.forEach(heading -> traits.heading(country, heading));
        });
        return (countries.isEmpty() ? traits.heading("", goodsCode) : traits).all();
    }
}
