package org.suyuan.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of producers in a text, without what differs from paper to paper: case, accents, punctuation, legal form and
 * an address behind it. {@code NORTHMILL BAKERY A/S, Aarhus} and {@code Northmill Bakery} are one.
 */
final class ProducerName {

    private static final Set<String> LEGAL_FORMS =
            Set.of(("ltd limited co company cia inc incorporated corp corporation llc llp lp plc gmbh mbh ag kg kgaa"
                            + " ohg ug sa sas sarl sasu sl slu srl spa sapa snc sca bv nv vof cv oy oyj ab as asa aps pty pte pvt"
                            + " private sdn bhd tbk ltda eireli lda kft zrt nyrt doo dd ad ood eood spzoo sro jsc ojsc cjsc pjsc"
                            + " dac ooo oao zao kk sadecv srldecv decv fzco fze")
                    .split(" "));
    private static final Set<String> FILLERS =
            Set.of("the", "and", "group", "holding", "holdings", "cooperative", "public", "et", "und", "de", "y", "e");
    private static final Pattern SEVERAL = Pattern.compile("[;|\\n\\r\u3001]+");
    private static final Pattern ASIDE = Pattern.compile("[,:()\\[\\]]");
    private static final Pattern POLISH = Pattern.compile("\\bsp(olka)?\\.? z ?o\\.? ?o\\b\\.?");
    private static final Pattern SPELLED_OUT = Pattern.compile("\\b(joint stock|designated activity) (company|co)\\b");
    private static final Pattern HAN_LEGAL_FORM = Pattern.compile("(股份|集团|控股)*(有限)?(责任)?公司|株式会社|株式會社|주식회사");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Words by the same words run together: spacing and hyphens do not count. */
    private final Map<String, List<String>> names;

    private ProducerName(Map<String, List<String>> names) {
        this.names = names;
    }

    /** Several producers are apart by a semicolon or a line; what follows a name and a comma is an address. */
    static ProducerName of(String text) {
        var names = new LinkedHashMap<String, List<String>>();
        for (var producer : text == null ? new String[0] : SEVERAL.split(Words.folded(text))) {
            var han = HAN_LEGAL_FORM.matcher(producer).replaceAll(" ltd ");
            var plain =
                    SPELLED_OUT.matcher(POLISH.matcher(han).replaceAll(" llc ")).replaceAll(" ltd ");
            if (!add(names, plain)) {
                add(names, ASIDE.split(plain.strip(), 2)[0]);
            }
        }
        return new ProducerName(names);
    }

    /** @return true when there is a legal form: then the name surely ends there */
    private static boolean add(Map<String, List<String>> names, String producer) {
        var name = new ArrayList<String>();
        boolean legalForm = false;
        for (var word : words(producer)) {
            if (!name.isEmpty() && LEGAL_FORMS.contains(word)) {
                legalForm = true;
                break;
            }
            if (!FILLERS.contains(word) && !LEGAL_FORMS.contains(word)) {
                name.add(word);
            }
        }
        put(names, name);
        return legalForm;
    }

    private static void put(Map<String, List<String>> names, List<String> name) {
        var key = String.join("", name);
        if (key.length() >= 2
                && key.length() <= Traits.LONGEST
                && key.codePoints().anyMatch(Character::isLetter)) {
            names.putIfAbsent(key, List.copyOf(name));
        }
    }

    /** Single letters that follow each other are one word: {@code S. p. A.} is {@code spa}. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var letters = new StringBuilder();
        for (var word : text.replaceAll("(?<=\\p{L})[.'’/](?=\\p{L})", "")
                .replace("co-operative", "cooperative")
                .split("[^\\p{L}\\p{N}]+")) {
            if (word.length() == 1 && !HAN.matcher(word).find()) {
                letters.append(word);
            } else {
                flush(letters, words);
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        flush(letters, words);
        return words;
    }

    private static void flush(StringBuilder letters, List<String> words) {
        if (!letters.isEmpty()) {
            words.add(letters.toString());
            letters.setLength(0);
        }
    }

    boolean isUnknown() {
        return names.isEmpty();
    }

    /** By which the same name is found elsewhere. */
    Set<String> keys() {
        return names.keySet();
    }

    /** A name that both have, or null. */
    String sharedWith(ProducerName other) {
        return names.keySet().stream()
                .filter(other.names::containsKey)
                .findFirst()
                .orElse(null);
    }

    /** Surely somebody else: written in the same script, and neither name is the beginning of the other. */
    boolean differsFrom(ProducerName other) {
        return !isUnknown()
                && !other.isUnknown()
                && isHan() == other.isHan()
                && sharedWith(other) == null
                && names.values().stream()
                        .noneMatch(mine ->
                                other.names.values().stream().anyMatch(its -> begins(mine, its) || begins(its, mine)));
    }

    private boolean isHan() {
        return HAN.matcher(names.keySet().iterator().next()).find();
    }

    private static boolean begins(List<String> name, List<String> longer) {
        return (name.size() > 1 || name.get(0).length() >= 5)
                && name.size() < longer.size()
                && longer.subList(0, name.size()).equals(name);
    }

    /** The text names this producer, whose name is long enough not to be there by chance. */
    boolean isNamedIn(String words) {
        return names.values().stream()
                .filter(name -> name.size() > 1 || name.get(0).length() >= (isHan() ? 4 : 7))
                .anyMatch(name ->
                        isHan() ? words.contains(name.get(0)) : words.contains(" " + String.join(" ", name) + " "));
    }

    /** The name of this key with its blanks; of none, the first one. */
    String written(String key) {
        return String.join(
                " ", names.get(key == null ? names.keySet().iterator().next() : key));
    }
}
