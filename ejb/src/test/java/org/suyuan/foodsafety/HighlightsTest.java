package org.suyuan.foodsafety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.foodsafety.Highlights.Piece;
import org.suyuan.foodsafety.TextQuery.Clause;
import org.suyuan.foodsafety.TextQuery.Word;

@Tag("F16")
class HighlightsTest {

    @ParameterizedTest
    @CsvSource({
        "鸡肉检出沙门氏菌, 沙门, 鸡肉检出[沙门]氏菌",
        "鸡肉检出沙门氏菌, 沙门氏菌, 鸡肉检出[沙门氏菌]",
        "门市沙发和氏菌, 沙门氏菌, 门市沙发和氏菌",
        "禽肉沙门氏菌与霍乱弧菌和沙门氏菌, 沙门氏菌, 禽肉[沙门氏菌]与霍乱弧菌和[沙门氏菌]",
        "铅笔含铅, 铅, [铅]笔含[铅]",
        "<Salmonella> in salmon, salmon, <Salmonella> in [salmon]",
        "Côte d'Ivoire, cote, [Côte] d'Ivoire",
        "Recalled PEANUTS, peanut, Recalled [PEANUTS]",
        "Ethylene oxide and sulphur dioxide, ethylene oxide, [Ethylene oxide] and sulphur dioxide",
        "vitamin E and E. coli, E. coli, vitamin E and [E. coli]",
        "GB 2762-2022, GB2762, [GB 2762]-2022",
        "ＧＢ２７６２, GB 2762, [ＧＢ２７６２]",
        "O157:H7, o157:h7, [O157]:[H7]",
        "𠀀𠀁鱼, 𠀀𠀁, [𠀀𠀁]鱼"
    })
    void exactly_what_was_found_is_marked(String text, String typed, String marked) {
        assertThat(marked(asked(typed).in(text))).isEqualTo(marked);
    }

    @Test
    void words_that_only_begin_so_are_marked_as_well() {
        var word = new Clause(List.of(List.of(new Word("salmon", true))), List.of());

        assertThat(marked(highlights(word).in("Salmonella"))).isEqualTo("[Salmonella]");
    }

    @Test
    void words_that_stand_apart_are_marked_where_they_stand_when_all_are_there() {
        assertThat(marked(asked("ethylene oxide").in("oxide of ethylene"))).isEqualTo("[oxide] of [ethylene]");
        assertThat(marked(asked("ethylene oxide").in("nitrous oxide"))).isEqualTo("nitrous oxide");
    }

    @Test
    void an_excerpt_shows_the_place_that_was_found() {
        var marks = asked("沙门");

        assertThat(marks.excerpt("nothing of the kind")).isEmpty();
        assertThat(marked(marks.excerpt("x ".repeat(500) + "沙门" + " y".repeat(500))))
                .startsWith("…")
                .contains("[沙门]")
                .endsWith("…");
        assertThat(marked(marks.excerpt("🍤".repeat(300) + "沙门" + "🍤".repeat(300))))
                .doesNotContain("?");
    }

    /** One name with all its words, as a vocabulary gives it. */
    private static Highlights asked(String name) {
        var words = Tokens.asked(name).stream()
                .map(token -> Word.exactly(token.text()))
                .toList();
        return highlights(new Clause(List.of(words), words));
    }

    private static Highlights highlights(Clause... clauses) {
        return new Highlights(new TextQuery(Stream.of(clauses).toList(), Stretch.EVER, null, List.of(), ""));
    }

    private static String marked(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.hit() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
