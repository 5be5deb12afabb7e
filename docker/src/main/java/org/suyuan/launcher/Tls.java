package org.suyuan.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;

/**
 * The portal's own https: a listener for everybody, and one that asks the browser for a certificate, so that a card signs in by
 * mutual TLS.
 *
 * @param port of https ({@code SUYUAN_TLS_PORT})
 * @param cardPort of https with certificates of cards ({@code SUYUAN_CARD_TLS_PORT})
 * @param keyStore the portal's key and certificates, PKCS #12 ({@code SUYUAN_TLS_KEY_STORE})
 * @param password its password ({@code SUYUAN_TLS_KEY_STORE_PASSWORD})
 */
record Tls(Optional<String> port, Optional<String> cardPort, Optional<String> keyStore, String password) {

    /** Forward secrecy and authenticated encryption only; TLS 1.3, then TLS 1.2. */
    private static final String CIPHERS =
            "+TLS_AES_256_GCM_SHA384,+TLS_CHACHA20_POLY1305_SHA256,+TLS_AES_128_GCM_SHA256,"
                    + "+TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,+TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,"
                    + "+TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,+TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,"
                    + "+TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,+TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

    /** Seconds after which a card must prove anew that it is there. */
    private static final int CARD_TIME = 60;

    static Tls from(Map<String, String> environment) {
        return new Tls(
                Optional.ofNullable(environment.get("SUYUAN_TLS_PORT")),
                Optional.ofNullable(environment.get("SUYUAN_CARD_TLS_PORT")),
                Optional.ofNullable(environment.get("SUYUAN_TLS_KEY_STORE")),
                environment.getOrDefault("SUYUAN_TLS_KEY_STORE_PASSWORD", ""));
    }

    /**
     * Opens the key store and makes its key known to the listeners.
     *
     * @throws IllegalArgumentException that says what is wrong with the configuration
     */
    void prepare() {
        if (port.isEmpty() && cardPort.isEmpty()) {
            return;
        }
        var file = Path.of(keyStore.orElseThrow(
                () -> new IllegalArgumentException("SUYUAN_TLS_PORT and SUYUAN_CARD_TLS_PORT need a key: set"
                        + " SUYUAN_TLS_KEY_STORE to a PKCS #12 file with the portal's key and certificates")));
        try (var content = Files.newInputStream(file)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(content, password.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(only(keys, file), password.toCharArray());
            Security.addProvider(new ListenerKeys(managers.getKeyManagers()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "SUYUAN_TLS_KEY_STORE: " + file + " cannot be opened with SUYUAN_TLS_KEY_STORE_PASSWORD, " + e, e);
        }
        System.setProperty(
                "jdk.tls.rejectClientInitiatedRenegotiation", "true"); // costs the server more than the client
        System.setProperty("jdk.tls.server.enableSessionTicketExtension", "false"); // a ticket outlives the card
    }

    /** The first key, under the name that the listeners know. */
    private KeyStore only(KeyStore keys, Path file) throws GeneralSecurityException, IOException {
        for (var alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias)) {
                var one = KeyStore.getInstance("PKCS12");
                one.load(null, null);
                var secret = password.toCharArray();
                one.setKeyEntry(
                        ListenerKeys.NICKNAME, keys.getKey(alias, secret), secret, keys.getCertificateChain(alias));
                return one;
            }
        }
        throw new IllegalArgumentException("SUYUAN_TLS_KEY_STORE: " + file + " holds no key");
    }

    /** Commands that open the listeners. */
    List<String> prebootCommands(Optional<String> address) {
        var commands = new ArrayList<String>();
        port.ifPresent(number -> commands.addAll(listener("tls", number, address)));
        cardPort.ifPresent(number -> {
            commands.addAll(listener("card", number, address));
            var ssl = "set configs.config.server-config.network-config.protocols.protocol.card-protocol.ssl.";
            commands.add(ssl + "client-auth=want");
            commands.add(ssl + "renegotiate-on-client-auth-want=false");
            commands.add(ssl + "trust-algorithm=" + ListenerKeys.ANY_CARD);
            commands.add(ssl + "tls-session-timeout=" + CARD_TIME);
        });
        return commands;
    }

    private static List<String> listener(String name, String port, Optional<String> address) {
        var protocol = name + "-protocol";
        var set = "set configs.config.server-config.network-config.protocols.protocol." + protocol + ".";
        var commands = new ArrayList<>(List.of(
                "create-protocol --securityenabled=true " + protocol,
                "create-http --default-virtual-server=server " + protocol,
                "create-network-listener --listenerport=" + port + " --protocol=" + protocol
                        + " --transport=tcp --threadpool=http-thread-pool " + name + "-listener",
                set + "ssl.classname=org.glassfish.grizzly.config.ssl.JSSEImplementation", // takes the keys that it
                // is told
                set + "ssl.key-algorithm=" + ListenerKeys.OURS,
                set + "ssl.tls12-enabled=true",
                set + "ssl.tls13-enabled=true",
                set + "ssl.ssl3-tls-ciphers=" + CIPHERS,
                set + "http.http2-enabled=false"));
        commands.addAll(Settings.httpCommands(protocol));
        address.ifPresent(value ->
                commands.add("set configs.config.server-config.network-config.network-listeners.network-listener."
                        + name + "-listener.address=" + value));
        return commands;
    }
}
