package org.suyuan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.suyuan.shared.EmailAddress;
import org.suyuan.shared.Settings;

/** How mails leave: not at all unless {@code suyuan.mail.host} is set, or, in training mode, as files. */
@ApplicationScoped
public class MailSettings {

    /** How the connection to the mail server is secured. */
    enum Security {
        /** A plain connection that must become TLS before anything is said. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** None: for a server on this machine. */
        NONE
    }

    /** {@code suyuan.mail.host}: the mail server (SMTP) that takes our mails. */
    @Inject
    @ConfigProperty(name = "suyuan.mail.host")
    private Optional<String> host;

    /** {@code suyuan.mail.port} */
    @Inject
    @ConfigProperty(name = "suyuan.mail.port", defaultValue = "587")
    private int port;

    /** {@code suyuan.mail.security}: {@code starttls}, {@code tls} or {@code none}. */
    @Inject
    @ConfigProperty(name = "suyuan.mail.security", defaultValue = "starttls")
    private String security;

    /** {@code suyuan.mail.user} and {@code suyuan.mail.password}: the portal's account there, when it asks for one. */
    @Inject
    @ConfigProperty(name = "suyuan.mail.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "suyuan.mail.password")
    private Optional<String> password;

    /** {@code suyuan.mail.from}: the sender; without it {@code suyuan@} and the host of the base address. */
    @Inject
    @ConfigProperty(name = "suyuan.mail.from")
    private Optional<String> from;

    @Inject
    private Settings settings;

    /** Whether mails are written at all. */
    public boolean on() {
        return host.isPresent() || settings.training();
    }

    boolean toServer() {
        return host.isPresent();
    }

    String host() {
        return host.orElseThrow();
    }

    int port() {
        return port;
    }

    Security security() {
        return Security.valueOf(security.toUpperCase(Locale.ROOT));
    }

    Optional<String> user() {
        return user;
    }

    Optional<String> password() {
        return password;
    }

    String from() {
        return from.map(address -> new EmailAddress(address).value()).orElseGet(() -> "suyuan@" + domain());
    }

    /** What our Message-IDs end in. */
    String domain() {
        return Optional.ofNullable(URI.create(settings.baseUrl()).getHost()).orElse("localhost");
    }

    /** Where mails of the training mode are laid down. */
    Path folder() {
        return settings.home().resolve("mail");
    }

    /** What stands before each subject. */
    String mark() {
        return settings.training() ? "【测试数据】" : "";
    }
}
