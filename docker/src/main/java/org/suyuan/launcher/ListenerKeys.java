package org.suyuan.launcher;

import java.net.Socket;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactorySpi;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What the server's listeners ask Java for by the names of algorithms: the portal's own key, whose password so stands in no
 * configuration of the server, and whom to trust. The listener for cards takes any certificate whose key the client has: which
 * card signs in is for the portal to decide, which says why not, where TLS would only cut the connection.
 */
final class ListenerKeys extends Provider {

    /** Name that the server gives to its key; it wants to see one of that name in its own key store too. */
    static final String NICKNAME = "s1as";

    static final String OURS = "SuyuanOwnKey";
    static final String ANY_CARD = "SuyuanAnyCard";

    private static final long serialVersionUID = 1L;

    ListenerKeys(KeyManager[] own) {
        super("SuyuanListeners", "1", "Keys of the portal's listeners");
        offer("KeyManagerFactory", OURS, new OwnKeys(own));
        offer("TrustManagerFactory", ANY_CARD, new AnyCard());
    }

    private void offer(String type, String algorithm, Object made) {
        putService(new Service(this, type, algorithm, made.getClass().getName(), List.of(), Map.of()) {
            @Override
            public Object newInstance(Object parameter) {
                return made;
            }
        });
    }

    private static final class OwnKeys extends KeyManagerFactorySpi {

        private final KeyManager[] managers;

        OwnKeys(KeyManager[] managers) {
            this.managers = managers;
        }

        @Override
        protected void engineInit(KeyStore serversOwn, char[] password) {
            // the portal's key is known already
        }

        @Override
        protected void engineInit(ManagerFactoryParameters none) {
            // the portal's key is known already
        }

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return managers.clone();
        }
    }

    private static final class AnyCard extends TrustManagerFactorySpi {

        @Override
        protected void engineInit(KeyStore serversOwn) {
            // trusts nobody by a list
        }

        @Override
        protected void engineInit(ManagerFactoryParameters none) {
            // trusts nobody by a list
        }

        @Override
        protected TrustManager[] engineGetTrustManagers() {
            return new TrustManager[] {new ProvenLater()};
        }
    }

    /** TLS has proved that the client has the key. Extended, so that Java adds no rules of its own. */
    private static final class ProvenLater extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            // CardLoginModule decides
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // CardLoginModule decides
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // CardLoginModule decides
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw notAServer();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw notAServer();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            throw notAServer();
        }

        private static UnsupportedOperationException notAServer() {
            return new UnsupportedOperationException("These are the rules of a listener");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0]; // browsers then offer every certificate
        }
    }
}
