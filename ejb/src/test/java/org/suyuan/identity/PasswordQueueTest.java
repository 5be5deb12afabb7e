package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.suyuan.shared.Refusal;

@Tag("L2")
@Timeout(20)
class PasswordQueueTest {

    private final PasswordQueue queue = new PasswordQueue();
    private final ExecutorService guessers = Executors.newFixedThreadPool(21);
    private final CountDownLatch finish = new CountDownLatch(1);

    @AfterEach
    void stop() {
        guessers.shutdownNow();
    }

    @Test
    void one_address_has_three_places_and_leaves_the_others_to_everybody_else() throws InterruptedException {
        var guesses = IntStream.range(0, 20)
                .mapToObj(guess -> CompletableFuture.supplyAsync(this::guess, guessers))
                .toList();
        while (guesses.stream().filter(CompletableFuture::isDone).count() < 17) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        var owner = CompletableFuture.supplyAsync(() -> queue.forStranger("198.51.100.1", () -> "let in"), guessers);
        finish.countDown();
        assertThat(guesses.stream().filter(CompletableFuture::join))
                .as("compared")
                .hasSize(3);
        assertThat(owner.join()).isEqualTo("let in");
        assertThat(guess()).as("when its places are free again").isTrue();
    }

    /** Whether the password was compared. */
    private boolean guess() {
        try {
            return queue.forStranger("203.0.113.9", this::compare);
        } catch (Refusal tooMany) {
            return false;
        }
    }

    private boolean compare() {
        try {
            return finish.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
