package org.suyuan.identity.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suyuan.identity.card.TestCard.DAY;
import static org.suyuan.identity.card.TestCard.NOW;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suyuan.identity.card.TrainingAuthority.Kind;

@Tag("H10")
class PlacesTest {

    private final Places places = new Places();

    @Test
    @DisplayName("A new list is taken over; a broken or missing one leaves the last in force")
    void listsAreReadAnew(@TempDir Path folder) throws Exception {
        var card = TestCard.good(Kind.EC);
        var file = folder.resolve("issuer.crl");
        assertThat(revoking(file.toString(), card)).isEmpty();

        Files.write(file, card.issuer().crl(List.of(), NOW.minus(DAY), NOW).getEncoded());
        assertThat(revoking(file.toString(), card)).containsExactly(false);
        Files.write(
                file,
                card.issuer()
                        .crl(List.of(card.certificate()), NOW, NOW.plus(DAY))
                        .getEncoded());
        assertThat(revoking(file.toString(), card)).containsExactly(true);
        Files.writeString(file, "<html>moved</html>");
        assertThat(revoking(file.toString(), card)).containsExactly(true);
        Files.delete(file);
        assertThat(revoking(file.toString(), card)).containsExactly(true);
    }

    @Test
    @DisplayName("A list is fetched by http, and an error of the server is no list")
    void listsAreFetched() throws Exception {
        var card = TestCard.good(Kind.SM2);
        var answer = new AtomicReference<>("no list".getBytes(StandardCharsets.UTF_8));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(answer.get().length == 0 ? 500 : 200, answer.get().length);
            exchange.getResponseBody().write(answer.get());
            exchange.close();
        });
        server.start();
        try {
            var place = "http://127.0.0.1:" + server.getAddress().getPort() + "/issuer.crl";
            assertThat(revoking(place, card)).isEmpty();
            answer.set(card.issuer()
                    .crl(List.of(card.certificate()), NOW, NOW.plus(DAY))
                    .getEncoded());
            assertThat(revoking(place, card)).containsExactly(true);
            answer.set(new byte[0]);
            assertThat(revoking(place, card)).containsExactly(true);
        } finally {
            server.stop(0);
        }
    }

    /** For each list at this place, whether it revokes the card. */
    private List<Boolean> revoking(String place, TestCard card) {
        List<X509CRL> lists = places.read(List.of(place), content -> List.of(CertificatePathValidator.crl(content)));
        return lists.stream().map(list -> list.isRevoked(card.certificate())).toList();
    }
}
