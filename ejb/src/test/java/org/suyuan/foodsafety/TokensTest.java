package org.suyuan.foodsafety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.foodsafety.Tokens.Token;

@Tag("F16")
class TokensTest {

    @ParameterizedTest
    @CsvSource({
        "检出沙门氏菌超标, 沙门氏菌",
        "检出沙门氏菌超标, 菌",
        "GB 2762-2022 食品中污染物限量, GB2762",
        "GB2762-2022, gb 2762",
        "ＧＢ２７６２, GB 2762",
        "Recalled peanuts, peanut recall",
        "Côte d'Ivoire, cote",
        "E. coli O157:H7, o157:h7",
        "2023.8991, 2023.8991"
    })
    void what_is_asked_for_is_found_in_what_is_stored(String stored, String asked) {
        assertThat(texts(Tokens.stored(stored))).containsAll(texts(Tokens.asked(asked)));
    }

    private static List<String> texts(List<Token> tokens) {
        return tokens.stream().map(Token::text).toList();
    }
}
