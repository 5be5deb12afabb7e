package org.suyuan.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tariff as a dictionary: under which 商品编码 a food lies, in either language. So an English alert about pistachios finds
 * goods that were declared as 开心果.
 */
final class Tariff {

    /** A food under more codes than these is a whole trade, not a food. */
    private static final int MOST_HEADINGS = 15;

    private record Entry(String heading, Set<String> words) {}

    private final Map<String, List<Entry>> byWord;

    /** @param names of goods codes, by code; each may have several */
    Tariff(Map<String, List<String>> names) {
        byWord = names.entrySet().stream()
                .filter(name -> name.getKey().length() >= 6)
                .flatMap(name -> name.getValue().stream()
                        .map(text -> new Entry(name.getKey().substring(0, 6), Words.ofFood(text))))
                .flatMap(entry -> entry.words().stream().map(word -> Map.entry(word, entry)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Six digits of each code whose name has all these words. */
    Set<String> headings(Set<String> words) {
        var headings = new HashSet<String>();
        if (!words.isEmpty()) {
            byWord.getOrDefault(words.iterator().next(), List.of()).stream()
                    .filter(entry -> entry.words().containsAll(words))
                    .forEach(entry -> headings.add(entry.heading()));
        }
        return headings.size() <= MOST_HEADINGS ? headings : Set.of();
    }
}
