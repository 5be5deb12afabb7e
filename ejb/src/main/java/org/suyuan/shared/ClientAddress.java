package org.suyuan.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.suyuan.shared.NetworkAddress.Range;

/**
 * Where a request comes from, for the audit log and for counting attempts. Anybody can write {@code X-Forwarded-For}, so
 * only the proxies that {@code suyuan.proxies} lists are believed: from the one that speaks to us back to the first that is
 * not listed. ({@code Forwarded} is not read: a proxy that writes one of the two lets the other through.)
 */
@ApplicationScoped
public class ClientAddress {

    private static final String FORWARDED = "X-Forwarded-For";

    @Inject
    private Settings settings;

    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED)), settings.proxies());
    }

    /** It was handed over by a proxy that is listed, whose own headers are believed. */
    public boolean isOfProxy(HttpServletRequest request) {
        var speaker = NetworkAddress.of(request.getRemoteAddr()).orElseThrow();
        return settings.proxies().stream().anyMatch(proxy -> proxy.contains(speaker));
    }

    static String of(String remote, List<String> forwarded, List<Range> proxies) {
        var hops = String.join(",", forwarded).split(",");
        var seen = NetworkAddress.of(remote).orElseThrow();
        for (int i = hops.length - 1; i >= 0; i--) {
            var speaker = seen;
            var before = NetworkAddress.of(hops[i]);
            if (before.isEmpty() || proxies.stream().noneMatch(proxy -> proxy.contains(speaker))) {
                break;
            }
            seen = before.get();
        }
        return seen.toString();
    }

    /** What counts as one when attempts are counted: the address, or the network of an IPv6 address. */
    public static String neighbour(String address) {
        return NetworkAddress.of(address).map(NetworkAddress::neighbour).orElse(address);
    }
}
