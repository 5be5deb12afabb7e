package org.suyuan.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.suyuan.shared.Settings;

/**
 * How much open data one client may ask for: so many requests at once, and as many more each minute. An address of IPv6
 * counts by its network, since whoever has one has billions. Each node of a cluster counts for itself.
 */
@ApplicationScoped
class Throttle {

    private static final int MOST_CLIENTS = 100_000;
    private static final double ROUNDING = 1e-6;
    private static final int NETWORK_BYTES = 8;

    /** What a client may still ask for at a time. */
    private record Credit(double requests, long at) {}

    private final Map<String, Credit> credits = new ConcurrentHashMap<>();
    private double perMinute;

    Throttle() {}

    Throttle(int perMinute) {
        this.perMinute = perMinute;
    }

    @Inject
    void configure(Settings settings) {
        perMinute = settings.openDataPerMinute();
    }

    /**
     * Takes from the client's credit.
     *
     * @param now in nanoseconds
     * @return seconds until it would be granted; 0 when it is
     */
    long wait(String address, int requests, long now) {
        if (credits.size() >= MOST_CLIENTS) {
            forget(now);
        }
        var wait = new long[1];
        credits.compute(client(address), (client, credit) -> {
            double left = credit == null ? perMinute : left(credit, now);
            if (left < requests - ROUNDING) {
                wait[0] = Math.max(1, (long) Math.ceil((requests - left) * 60 / perMinute));
                return new Credit(left, now);
            }
            return new Credit(left - requests, now);
        });
        return wait[0];
    }

    int clients() {
        return credits.size();
    }

    private double left(Credit credit, long now) {
        return Math.min(perMinute, credit.requests() + (now - credit.at()) * perMinute / TimeUnit.MINUTES.toNanos(1));
    }

    /** Clients with full credit are as good as new ones; should that not help, all are. */
    private void forget(long now) {
        credits.values().removeIf(credit -> left(credit, now) >= perMinute);
        if (credits.size() >= MOST_CLIENTS) {
            credits.clear();
        }
    }

    private static String client(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > NETWORK_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
