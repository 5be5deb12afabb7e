package org.suyuan.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of producers as different papers write them. */
@Tag("F17")
class ProducerNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NORTHMILL BAKERY A/S | Northmill Bakery",
                "Northmill Bakery, Aarhus | northmill  bakery A.S.",
                "Frigorífico São Bento S.A. | FRIGORIFICO SAO BENTO SA",
                "Fonterra Co-operative Group Limited | Fonterra Cooperative Group Ltd, 109 Fanshawe Street",
                "Andaman Tuna Canning Public Co., Ltd. | ANDAMAN TUNA CANNING CO LTD",
                "Coca-Cola Company | Coca Cola Co.",
                "Drobex Wielkopolska Sp. z o.o. | Drobex Wielkopolska",
                "Pastificio Conti S.p.A. | Pastificio Conti SPA",
                "福建东山海洋食品有限公司 | 福建东山海洋食品股份有限公司",
                "福建东山海洋食品有限公司 | 福建东山海洋食品（有限责任公司）",
                "Kraftwerk Nahrungsmittel GmbH & Co. KG | Kraftwerk Nahrungsmittel GmbH",
                "ＫＩＲＩＮ　Foods 株式会社 | Kirin Foods"
            })
    void one_producer_written_twice_is_one(String one, String other) {
        assertThat(ProducerName.of(one).sharedWith(ProducerName.of(other))).isNotNull();
        assertThat(ProducerName.of(one).differsFrom(ProducerName.of(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Northmill Bakery A/S | Northmill Brewery A/S",
                "Golden Foods Ltd., Bangkok, Thailand | Silver Foods Ltd., Bangkok, Thailand",
                "福建东山海洋食品有限公司 | 福建东山远洋食品有限公司",
                "JBS S/A | JBF S/A"
            })
    void two_producers_that_look_alike_are_two(String one, String other) {
        assertThat(ProducerName.of(one).sharedWith(ProducerName.of(other))).isNull();
        assertThat(ProducerName.of(one).differsFrom(ProducerName.of(other))).isTrue();
    }

    @Test
    void a_short_form_and_another_script_are_neither_the_same_nor_different() {
        assertThat(ProducerName.of("Agrosuper S.A.").differsFrom(ProducerName.of("Agrosuper Comercial Ltda.")))
                .isFalse();
        assertThat(ProducerName.of("恒天然有限公司").differsFrom(ProducerName.of("Fonterra Ltd")))
                .isFalse();
        assertThat(ProducerName.of(null).isUnknown()).isTrue();
    }
}
