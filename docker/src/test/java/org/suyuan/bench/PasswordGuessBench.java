package org.suyuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Visitor;
import org.suyuan.testing.Workplace;

/**
 * What guessing passwords does to the others: floods of wrong passwords while the owner of the account signs in, and how
 * long the portal takes to refuse accounts that exist and others. {@code docs/benchmarks.md} has the command and what was
 * measured.
 */
class PasswordGuessBench {

    private static final int GUESSES = Integer.getInteger("bench.guesses", 10_000);
    private static final int PAIRS = Integer.getInteger("bench.pairs", 1_500);
    private static final int ATTACKERS = 16;
    private static final int PAGE_IS_GOOD_FOR = 40;
    private static final Map<String, String> BEHIND_PROXY =
            Map.of("SUYUAN_TRAINING", "true", "SUYUAN_TRAINING_ANSWERS", "false", "SUYUAN_PROXIES", "127.0.0.1,::1");

    /** One who keeps a page open and sends its form again and again. */
    private static final class Guesser {

        private final Visitor visitor;
        private Map<String, String> secrets;
        private int sent;

        Guesser(Portal portal) {
            visitor = new Visitor(portal);
        }

        String guess(String account, String address) {
            if (sent++ % PAGE_IS_GOOD_FOR == 0) {
                secrets = visitor.secrets("/login");
            }
            return visitor.from(address)
                    .submit("/login", "signIn", "go", Map.of("account", account, "password", "guess " + sent), secrets)
                    .body();
        }
    }

    /** Times of somebody who signs in over and over while the flood lasts. */
    private static final class Owner {

        private final String who;
        private final List<Double> let = new ArrayList<>();
        private int refused;

        Owner(String who) {
            this.who = who;
        }

        void tries(Visitor visitor, String account) {
            long begun = System.nanoTime();
            if (visitor.isLetIn(account, Workplace.PASSWORD)) {
                let.add((System.nanoTime() - begun) / 1e6);
            } else {
                refused++;
            }
        }

        void tell() {
            var times = let.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            say(
                    "    %-62s let in %4d, refused %4d, median %6.0f ms, worst %6.0f ms",
                    who,
                    times.length,
                    refused,
                    times.length == 0 ? 0 : times[times.length / 2],
                    times.length == 0 ? 0 : times[times.length - 1]);
        }
    }

    @Test
    void the_owner_gets_in_while_others_guess() throws Exception {
        var settings = new HashMap<>(BEHIND_PROXY);
        settings.put("SUYUAN_PASSWORD_ITERATIONS", "600000");
        settings.put("_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4"); // as it is run for real
        try (var portal = Portal.start("flood", settings)) {
            flood(portal, "one address, one account", "importer1", guess -> "203.0.113.9", guess -> "importer1");
            flood(
                    portal,
                    "many addresses, one account",
                    "importer2",
                    PasswordGuessBench::address,
                    guess -> "importer2");
            flood(
                    portal,
                    "many addresses, many accounts",
                    "admin1",
                    guess -> address(guess + 5_000_000),
                    guess -> "account" + guess);
        }
    }

    private static void flood(
            Portal portal, String what, String account, IntFunction<String> address, IntFunction<String> target)
            throws InterruptedException {
        var browser = new Visitor(portal).from("198.51.100.2");
        assertThat(browser.isLetIn(account, Workplace.PASSWORD)).isTrue();
        assertThat(new Visitor(portal).from("198.51.100.1").isLetIn(account, Workplace.PASSWORD))
                .isTrue();
        var known = new Owner("the owner, in a browser used before, from elsewhere");
        var office = new Owner("the owner, in a new browser, from an address used before");
        var abroad = new Owner("the owner, in a new browser, from a new address");
        var other = new Owner("somebody else (agent1), in a new browser, from a new address");
        var next = new AtomicInteger();
        var told = new AtomicInteger[] {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
        var attackers = Executors.newFixedThreadPool(ATTACKERS);
        long begun = System.nanoTime();
        for (int i = 0; i < ATTACKERS; i++) {
            attackers.submit(() -> {
                var guesser = new Guesser(portal);
                for (int guess = next.getAndIncrement(); guess < GUESSES; guess = next.getAndIncrement()) {
                    var answer = guesser.guess(target.apply(guess), address.apply(guess));
                    told[answer.contains("登录失败次数过多") ? 1 : answer.contains("此刻登录的人太多") ? 2 : 0].incrementAndGet();
                }
                return null;
            });
        }
        attackers.shutdown();
        for (int round = 0; !attackers.awaitTermination(2, TimeUnit.SECONDS); round++) {
            known.tries(browser.reopened().from("192.0.2." + round % 200), account);
            office.tries(new Visitor(portal).from("198.51.100.1"), account);
            abroad.tries(new Visitor(portal).from("192.0.3." + round % 200), account);
            other.tries(new Visitor(portal).from("192.0.4." + round % 200), "agent1");
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        say(
                "%s: %d wrong passwords in %.0f s: %d compared, %d slowed down, %d turned away",
                what, GUESSES, seconds, told[0].get(), told[1].get(), told[2].get());
        List.of(known, office, abroad, other).forEach(Owner::tell);
        assertThat(known.refused + office.refused).as(what).isZero();
    }

    @Test
    void accounts_that_exist_are_refused_as_slowly_as_others() {
        var settings = new HashMap<>(BEHIND_PROXY);
        settings.put("SUYUAN_PASSWORD_ITERATIONS", "10000"); // little, so that anything else would show
        try (var portal = Portal.start("timing", settings)) {
            var guesser = new Guesser(portal);
            var existing = new double[PAIRS];
            var others = new double[PAIRS];
            for (int pair = -200; pair < PAIRS; pair++) { // the first ones warm up
                if (pair % 20 == 0) {
                    portal.execute("delete from failed_sign_in");
                }
                var address = address(pair + 1_000);
                var first = pair % 2 == 0;
                double a = millis(guesser, first ? "importer1" : "importer7", address);
                double b = millis(guesser, first ? "importer7" : "importer1", address);
                if (pair >= 0) {
                    existing[pair] = first ? a : b;
                    others[pair] = first ? b : a;
                }
            }
            say("refusing %d times each, in ms", PAIRS);
            say("    account exists      %s", spread(existing));
            say("    account does not    %s", spread(others));
            say(
                    "    an existing one takes longer than another in %.1f%% of all pairs (50%%: nothing to tell)",
                    100 * longer(existing, others));
        }
    }

    private static double millis(Guesser guesser, String account, String address) {
        if (guesser.sent % PAGE_IS_GOOD_FOR == 0) {
            guesser.guess("nobody", address); // opens the page
        }
        long begun = System.nanoTime();
        guesser.guess(account, address);
        return (System.nanoTime() - begun) / 1e6;
    }

    private static String spread(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return "p10 %.2f  median %.2f  p90 %.2f"
                .formatted(sorted[sorted.length / 10], sorted[sorted.length / 2], sorted[sorted.length * 9 / 10]);
    }

    /** Share of pairs in which one of these is longer than one of those (Mann and Whitney). */
    private static double longer(double[] these, double[] those) {
        double longer = 0;
        for (double a : these) {
            for (double b : those) {
                longer += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        return longer / these.length / those.length;
    }

    private static String address(int number) {
        return "100.%d.%d.%d".formatted(64 + number / 65_536 % 64, number / 256 % 256, number % 256);
    }

    private static void say(String words, Object... values) {
        System.out.println(words.formatted(values));
    }
}
