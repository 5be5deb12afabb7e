package org.suyuan.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F16")
class ThrottleTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Throttle throttle = new Throttle(60);

    @Test
    void a_client_has_a_minutes_worth_at_once_and_then_as_much_as_time_brings() {
        for (int i = 0; i < 60; i++) {
            assertThat(throttle.wait("192.0.2.1", 1, 0)).isZero();
        }
        assertThat(throttle.wait("192.0.2.1", 1, 0)).isEqualTo(1);
        assertThat(throttle.wait("192.0.2.1", 10, 0)).isEqualTo(10);
        assertThat(throttle.wait("192.0.2.2", 1, 0)).isZero();
        assertThat(throttle.wait("192.0.2.1", 10, 10 * SECOND)).isZero();
        assertThat(throttle.wait("192.0.2.1", 1, 10 * SECOND)).isEqualTo(1);
    }

    @Test
    void asking_while_one_has_to_wait_does_not_make_the_wait_longer() {
        throttle.wait("192.0.2.1", 60, 0);
        for (int tenth = 1; tenth < 10; tenth++) {
            assertThat(throttle.wait("192.0.2.1", 1, tenth * SECOND / 10)).isEqualTo(1);
        }
        assertThat(throttle.wait("192.0.2.1", 1, SECOND)).isZero();
    }

    @Test
    void a_network_of_ipv6_is_one_client() {
        assertThat(throttle.wait("2001:db8:1:2::1", 60, 0)).isZero();
        assertThat(throttle.wait("2001:db8:1:2:ffff::2", 1, 0)).isPositive();
        assertThat(throttle.wait("2001:db8:1:3::1", 1, 0)).isZero();
    }

    @Test
    void any_number_of_clients_takes_so_much_memory_and_no_more() {
        throttle.wait("192.0.2.1", 60, 0);
        for (int i = 0; i < 150_000; i++) {
            assertThat(throttle.wait("10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256, 1, i))
                    .isZero();
        }
        assertThat(throttle.clients()).isLessThanOrEqualTo(100_000);
    }
}
