package org.suyuan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suyuan.shared.NetworkAddress.Range;

class ClientAddressTest {

    private static final List<Range> PROXIES = Stream.of("10.1.0.0/16", "2001:db8:1::/48", "192.0.2.7")
            .map(Range::of)
            .toList();

    @ParameterizedTest(name = "{0} saying {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | ''                                     | 203.0.113.9",
                "203.0.113.9 | 198.51.100.1                           | 203.0.113.9", // nobody believes a stranger
                "10.1.2.3    | 198.51.100.1                           | 198.51.100.1",
                "10.2.2.3    | 198.51.100.1                           | 10.2.2.3", // beside the network
                "10.1.2.3    | 1.1.1.1, 198.51.100.1                  | 198.51.100.1", // what the client wrote itself
                "10.1.2.3    | 1.1.1.1, 198.51.100.1, 192.0.2.7       | 198.51.100.1", // two proxies in a row
                "10.1.2.3    | 198.51.100.1, nonsense                 | 10.1.2.3",
                "10.1.2.3    | www.example.com                        | 10.1.2.3", // no name is looked up
                "10.1.2.3    | 2001:DB8:2:0::7                        | 2001:db8:2:0:0:0:0:7",
                "10.1.2.3    | [2001:db8:2::7]                        | 2001:db8:2:0:0:0:0:7",
                "2001:db8:1:0:0:0:0:9 | 198.51.100.1                  | 198.51.100.1",
                "0:0:0:0:0:0:0:1%lo   | 198.51.100.1                  | 0:0:0:0:0:0:0:1"
            })
    void only_listed_proxies_are_believed_and_only_back_to_the_first_that_is_not(
            String remote, String forwarded, String client) {
        assertThat(ClientAddress.of(remote, List.of(forwarded), PROXIES)).isEqualTo(client);
    }

    @Test
    void several_headers_are_one_list() {
        assertThat(ClientAddress.of("10.1.2.3", List.of("198.51.100.1", "192.0.2.7"), PROXIES))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void whoever_has_an_ipv6_address_has_a_network_of_them() {
        assertThat(ClientAddress.neighbour("2001:db8:2:3:4:5:6:7"))
                .isEqualTo(ClientAddress.neighbour("2001:db8:2:3:9::1"))
                .isNotEqualTo(ClientAddress.neighbour("2001:db8:2:4:4:5:6:7"));
        assertThat(ClientAddress.neighbour("198.51.100.1")).isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.1.0.0/33", "10.1.0.0/x", "10.1.0/16", ""})
    void a_range_that_is_none_is_refused(String text) {
        assertThatThrownBy(() -> Range.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
