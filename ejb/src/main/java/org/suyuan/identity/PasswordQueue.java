package org.suyuan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.suyuan.shared.ClientAddress;
import org.suyuan.shared.Refusal;

/**
 * Hashing a password takes a processor for a quarter of a second, on purpose; whoever sends many at once must not get all
 * of them. So strangers have half of the processors and people who are known the other half, few wait for their turn, and
 * the rest is told to come again. One address has few of the strangers' places, so that it cannot take them all. To be asked outside of transactions: who waits holds no connection.
 */
@ApplicationScoped
class PasswordQueue {

    private static final int WAITING_FOR_EACH = 10;
    private static final int PLACES_OF_ONE_ADDRESS = 3;
    private static final int PATIENCE_SECONDS = 15;
    private static final int EACH = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final Semaphore strangers = new Semaphore(EACH, true);
    private final Semaphore known = new Semaphore(EACH, true);

    private final ConcurrentMap<String, Integer> placesTaken = new ConcurrentHashMap<>();

    /** @throws Refusal when too many wait already, at all or from this address */
    <T> T forStranger(String address, Supplier<T> work) {
        var neighbour = ClientAddress.neighbour(address);
        try {
            if (placesTaken.merge(neighbour, 1, Integer::sum) > PLACES_OF_ONE_ADDRESS) {
                throw new Refusal("identity.busy");
            }
            return inTurn(strangers, work);
        } finally {
            placesTaken.computeIfPresent(neighbour, (who, taken) -> taken == 1 ? null : taken - 1);
        }
    }

    /** @throws Refusal when too many wait already */
    <T> T forKnown(Supplier<T> work) {
        return inTurn(known, work);
    }

    private static <T> T inTurn(Semaphore turns, Supplier<T> work) {
        if (turns.getQueueLength() >= WAITING_FOR_EACH * EACH || !comesInTime(turns)) {
            throw new Refusal("identity.busy");
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static boolean comesInTime(Semaphore turns) {
        try {
            return turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
