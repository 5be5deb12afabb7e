package org.suyuan.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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

    /** {@code suyuan.notice-days}: days for which the link of a notice to a buyer of recalled food is good. */
    @Inject
    @ConfigProperty(name = "suyuan.notice-days", defaultValue = "30")
    private int noticeDays;

    @Inject
    @ConfigProperty(name = "mp.config.profile")
    private Optional<String> profile;

    public Path home() {
        return Path.of(home).toAbsolutePath().normalize();
    }

    public String baseUrl() {
        return baseUrl.map(url -> url.replaceFirst("/+$", "")).orElse("http://localhost:" + httpPort);
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

    public Duration noticeTime() {
        return Duration.ofDays(noticeDays);
    }

    public boolean production() {
        return profile.filter("prod"::equals).isPresent();
    }
}
