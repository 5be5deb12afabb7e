package org.suyuan.foodsafety;

import java.util.Collection;
import java.util.List;
import org.suyuan.foodsafety.TextQuery.Word;

/** What words a notice must have to be found. */
sealed interface Wanted {

    record Has(Word word) implements Wanted {}

    /** @param parts at least one */
    record All(List<Wanted> parts) implements Wanted {}

    /** @param parts at least one */
    record Any(List<Wanted> parts) implements Wanted {}

    static Wanted has(String token) {
        return new Has(Word.exactly(token));
    }

    static Wanted all(Collection<Word> words) {
        return new All(words.stream().<Wanted>map(Has::new).toList());
    }
}
