package org.suyuan.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The portal's configuration. Each key is also an environment variable: {@code suyuan.base-url} is {@code SUYUAN_BASE_URL}. */
@ApplicationScoped
public class Settings {

    /** {@code suyuan.home}: folder of the embedded database and of the exchange folders; set by the launcher. */
    @Inject
    @ConfigProperty(name = "suyuan.home", defaultValue = "suyuan-data")
    private String home;

    /** {@code suyuan.base-url}: address under which the public reaches this portal; every absolute link and QR code uses it. */
    @Inject
    @ConfigProperty(name = "suyuan.base-url")
    private Optional<String> baseUrl;

    @Inject
    @ConfigProperty(name = "suyuan.http-port", defaultValue = "8080")
    private int httpPort;

    /** {@code suyuan.tls.port}: port on which the portal itself speaks https; plain requests are then sent there. */
    @Inject
    @ConfigProperty(name = "suyuan.tls.port")
    private Optional<Integer> tlsPort;

    /** {@code suyuan.card.tls-port}: port of https that asks the browser for a card's certificate. */
    @Inject
    @ConfigProperty(name = "suyuan.card.tls-port")
    private Optional<Integer> cardTlsPort;

    /** {@code suyuan.private-port}: port on loopback that answers {@code /health} and {@code /metrics}; the public one does not. */
    @Inject
    @ConfigProperty(name = "suyuan.private-port")
    private Optional<Integer> privatePort;

    /** {@code suyuan.training}: demo accounts, the training customs and the 测试数据 banner. */
    @Inject
    @ConfigProperty(name = "suyuan.training", defaultValue = "false")
    private boolean training;

    /** {@code suyuan.training.answers}: false lets one play customs by hand. */
    @Inject
    @ConfigProperty(name = "suyuan.training.answers", defaultValue = "true")
    private boolean trainingAnswers;

    /** {@code suyuan.session-minutes}: minutes without a request after which people are signed out. */
    @Inject
    @ConfigProperty(name = "suyuan.session-minutes", defaultValue = "30")
    private int sessionMinutes;

    /** {@code suyuan.session-hours}: hours after which people must sign in again, however busy they were. */
    @Inject
    @ConfigProperty(name = "suyuan.session-hours", defaultValue = "12")
    private int sessionHours;

    /**
     * {@code suyuan.proxies}: addresses or networks ({@code 10.1.0.0/16}), separated by commas, of the proxies before this
     * server, which are believed when they say whom they speak for.
     */
    @Inject
    @ConfigProperty(name = "suyuan.proxies")
    private Optional<String> proxies;

    /** {@code suyuan.pace}: milliseconds between two looks for files and other work. */
    @Inject
    @ConfigProperty(name = "suyuan.pace", defaultValue = "2000")
    private int pace;

    /** {@code suyuan.password.iterations}: work factor of PBKDF2 with HMAC-SHA-256; passwords are hashed anew when it grows. */
    @Inject
    @ConfigProperty(name = "suyuan.password.iterations", defaultValue = "600000")
    private int passwordIterations;

    /**
     * {@code suyuan.password.breached}: text file of SHA-1 hashes of passwords that nobody may choose, a line each in the order of
     * the hashes, as Have I Been Pwned publishes them.
     */
    @Inject
    @ConfigProperty(name = "suyuan.password.breached")
    private Optional<String> passwordBreached;

    /** {@code suyuan.filing-policy}: a {@link FilingPolicy}, which says what needs a card. */
    @Inject
    @ConfigProperty(name = "suyuan.filing-policy", defaultValue = "SELF_FILING")
    private String filingPolicy;

    /** {@code suyuan.card.control}: WebSocket address of the card control on the user's own machine. */
    @Inject
    @ConfigProperty(name = "suyuan.card.control", defaultValue = "ws://127.0.0.1:61232")
    private String cardControl;

    /**
     * {@code suyuan.card.trust-anchors}: files or http addresses, separated by commas, of the certificates of those who
     * issue cards. Those that name themselves as issuer are trusted, others may stand between them and the cards.
     */
    @Inject
    @ConfigProperty(name = "suyuan.card.trust-anchors")
    private Optional<String> cardTrustAnchors;

    /** {@code suyuan.card.crls}: files or http addresses, separated by commas, of their lists of revoked cards. */
    @Inject
    @ConfigProperty(name = "suyuan.card.crls")
    private Optional<String> cardCrls;

    /** {@code suyuan.card.office}: address of 制发卡及数字证书服务系统, where enterprises apply for cards. */
    @Inject
    @ConfigProperty(name = "suyuan.card.office", defaultValue = "https://www.chinaport.gov.cn/")
    private String cardOffice;

    /** {@code suyuan.notice-days}: days for which the link of a notice to a buyer of recalled food is good. */
    @Inject
    @ConfigProperty(name = "suyuan.notice-days", defaultValue = "30")
    private int noticeDays;

    /** {@code suyuan.open-data.per-minute}: requests for open data that one client address may make in a minute. */
    @Inject
    @ConfigProperty(name = "suyuan.open-data.per-minute", defaultValue = "120")
    private int openDataPerMinute;

    /** {@code suyuan.match-days}: risks and refused entries published longer ago are not matched to importers' goods. */
    @Inject
    @ConfigProperty(name = "suyuan.match-days", defaultValue = "1095")
    private int matchDays;

    /** {@code suyuan.retention.years}: years for which records are kept after they were touched for the last time. */
    @Inject
    @ConfigProperty(name = "suyuan.retention.years", defaultValue = "3")
    private int retentionYears;

    /** {@code suyuan.retention.shelf-life-months}: months for which they are kept after the shelf life of the food. */
    @Inject
    @ConfigProperty(name = "suyuan.retention.shelf-life-months", defaultValue = "6")
    private int retentionMonthsAfterShelfLife;

    /** {@code suyuan.retention.audit-years}: years for which events of the audit log are kept. */
    @Inject
    @ConfigProperty(name = "suyuan.retention.audit-years", defaultValue = "10")
    private int retentionAuditYears;

    /** {@code suyuan.retention.job-days}: days for which is kept what a job did and when. */
    @Inject
    @ConfigProperty(name = "suyuan.retention.job-days", defaultValue = "30")
    private int retentionJobDays;

    @Inject
    @ConfigProperty(name = "mp.config.profile")
    private Optional<String> profile;

    public Path home() {
        return Path.of(home).toAbsolutePath().normalize();
    }

    public String baseUrl() {
        return baseUrl.map(url -> url.replaceFirst("/+$", ""))
                .or(() -> tlsPort.map(port -> "https://localhost:" + port))
                .orElse("http://localhost:" + httpPort);
    }

    /** The public reaches this portal by https, however many proxies stand between. */
    public boolean isSecure() {
        return baseUrl().startsWith("https:");
    }

    public Optional<Integer> tlsPort() {
        if (tlsPort.isPresent() && !isSecure()) {
            throw new IllegalStateException(
                    "suyuan.base-url is " + baseUrl() + ": with suyuan.tls.port it must begin with https://");
        }
        return tlsPort;
    }

    public Optional<Integer> cardTlsPort() {
        return cardTlsPort;
    }

    /** Address of the portal on the listener for cards, on the same host. */
    public Optional<String> cardTlsUrl() {
        return cardTlsPort.map(port -> "https://" + host() + ":" + port);
    }

    private String host() {
        var authority = URI.create(baseUrl()).getRawAuthority();
        return authority.replaceFirst(":\\d+$", "");
    }

    public Optional<Integer> privatePort() {
        return privatePort;
    }

    public boolean training() {
        return training;
    }

    public boolean trainingAnswers() {
        return training && trainingAnswers;
    }

    public int sessionMinutes() {
        return sessionMinutes;
    }

    /** From signing in to the end of a session at the latest. */
    public Duration longestSession() {
        return Duration.ofHours(sessionHours);
    }

    List<NetworkAddress.Range> proxies() {
        try {
            return places(proxies).stream().map(NetworkAddress.Range::of).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "suyuan.proxies is \"" + proxies.orElse("")
                            + "\": set it to addresses as 10.1.2.3 or networks as 10.1.0.0/16, separated by commas",
                    e);
        }
    }

    /** Between two looks for files and other work. */
    public Duration pace() {
        if (pace <= 0) {
            throw new IllegalStateException("suyuan.pace is " + pace + ": set it to milliseconds, more than 0");
        }
        return Duration.ofMillis(pace);
    }

    public int passwordIterations() {
        return passwordIterations;
    }

    public Optional<Path> breachedPasswords() {
        return passwordBreached.map(Path::of);
    }

    public FilingPolicy filingPolicy() {
        return Stream.of(FilingPolicy.values())
                .filter(policy -> policy.name().equals(filingPolicy))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("suyuan.filing-policy is \"" + filingPolicy
                        + "\": set it to one of " + List.of(FilingPolicy.values())));
    }

    public String cardControl() {
        return cardControl;
    }

    public String cardOffice() {
        return cardOffice;
    }

    public List<String> cardTrustAnchors() {
        return places(cardTrustAnchors);
    }

    public List<String> cardCrls() {
        return places(cardCrls);
    }

    public Duration noticeTime() {
        return Duration.ofDays(noticeDays);
    }

    public int openDataPerMinute() {
        if (openDataPerMinute < 10) {
            throw new IllegalStateException("suyuan.open-data.per-minute is " + openDataPerMinute
                    + ": set it to 10 or more, which is what one table counts for");
        }
        return openDataPerMinute;
    }

    public Period matchTime() {
        return Period.ofDays(matchDays);
    }

    public RetentionPolicy retention() {
        return new RetentionPolicy(
                Period.ofYears(retentionYears),
                Period.ofMonths(retentionMonthsAfterShelfLife),
                Period.ofYears(retentionAuditYears),
                Period.ofDays(retentionJobDays));
    }

    public boolean production() {
        return profile.filter("prod"::equals).isPresent();
    }

    private static List<String> places(Optional<String> listed) {
        return listed.map(places -> List.of(places.strip().split("\\s*,\\s*"))).orElse(List.of());
    }
}
