package org.suyuan.matching;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a notice and a product must have in common before they are compared: each side's traits lie in a table of their own,
 * so that either finds the other by an index. Food counts together with the country only; a word or a heading alone would
 * bring half of everything.
 */
final class Traits {

    static final int LONGEST = 100;

    private final Set<String> traits = new LinkedHashSet<>();

    Traits producers(ProducerName producer) {
        producer.keys().forEach(key -> traits.add("p:" + key));
        return this;
    }

    /** @param codes lots and registrations as {@link Words#codesIn} writes them */
    Traits codes(Collection<String> codes) {
        codes.forEach(code -> traits.add(code(code)));
        return this;
    }

    static String code(String code) {
        return "c:" + code;
    }

    Traits words(String country, Collection<String> words) {
        words.stream()
                .filter(word -> word.length() <= LONGEST)
                .forEach(word -> traits.add("w:" + country + ":" + word));
        return this;
    }

    /** @param country empty when it is not known */
    Traits heading(String country, String goodsCode) {
        if (goodsCode.length() >= 4) {
            traits.add("h:" + country + ":" + goodsCode.substring(0, 4));
        }
        return this;
    }

    Set<String> all() {
        return traits;
    }
}
