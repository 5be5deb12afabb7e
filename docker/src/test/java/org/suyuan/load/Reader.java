package org.suyuan.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.suyuan.testing.Portal;

/** A stranger who scans codes of goods and searches the public notices. */
final class Reader extends PortalUser {

    private static final List<String> WORDS = List.of("牛肉", "salmonella", "花生", "巴西", "cheese", "黄曲霉毒素", "2026-03");

    private final Supplier<List<String>> tokens;

    /** @param tokens of some QR codes */
    Reader(Portal portal, Supplier<List<String>> tokens, Figures figures, Duration pause, long seed) {
        super(portal, null, figures, pause, seed);
        this.tokens = tokens;
    }

    @Override
    void errand() {
        look("front page", "/");
        look("public search", "/public/info/risk?q=" + encoded(any(WORDS)));
        var known = tokens.get();
        if (!known.isEmpty()) {
            look("scanned code", "/q/" + any(known));
        }
    }

    private <T> T any(List<T> some) {
        return some.get(random().nextInt(some.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
