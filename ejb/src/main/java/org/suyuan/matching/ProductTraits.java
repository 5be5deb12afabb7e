package org.suyuan.matching;

import java.util.Set;

/**
 * A product as an importer has declared it, ready to be compared.
 *
 * @param registration as {@link Words#code} writes it, or null
 * @param words which food it is
 */
record ProductTraits(
        long id,
        String importer,
        String goodsCode,
        String country,
        String brand,
        ProducerName producer,
        String registration,
        Set<String> words) {

    Set<String> traits() {
        var traits = new Traits()
                .producers(producer)
                .words(country, words)
                .words(country, brandWords())
                .heading(country, goodsCode)
                .heading("", goodsCode);
        return (registration == null ? traits : traits.codes(Set.of(registration))).all();
    }

    /** Words of its brand as they may stand in the name of a food. */
    Set<String> brandWords() {
        return Words.isBrand(brand) ? Words.ofFood(brand) : Set.of();
    }
}
