package org.suyuan.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.container.Operator;
import org.suyuan.container.TestApplication;
import org.suyuan.container.UseCases;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Customs.Recall;
import org.suyuan.testing.Portal;

/** {@code kill -9} while the notices of a recall leave by mail. */
@Tag("F10")
class NoticeCrashIT {

    private static final int BUYERS = 400;

    private Portal portal;
    private Path application;

    @BeforeEach
    void start() {
        portal = Portal.controlled("noticecrash");
        application = portal.home().resolve("suyuan.ear");
        TestApplication.ear(UseCases.class).as(ZipExporter.class).exportTo(application.toFile());
        deploy();
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void nobody_is_told_twice_and_nobody_is_left_out() {
        var customs = new Customs(portal);
        var declared = Declaration.of(Customs.newDeclarationNo(), Customs.IMPORTER1, Goods.of(1, "冷冻去骨牛肉", "10000"));
        customs.declares(declared);
        var importer = new Operator(portal, "importer1");
        importer.submit(Buyers.form(declared.number(), 1, BUYERS)).saved();
        Buyers.haveMail(portal, IntStream.range(0, BUYERS).boxed().toList());
        var recall = Recall.of(declared.number(), 1);
        customs.recalls(recall);
        assertThat(importer.call("notices-tell", recall.taskNo()).text()).isEqualTo(BUYERS + " " + BUYERS);

        await("some mails")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> mails().size() >= 50);
        portal.kill();
        var before = mails();
        assertThat(before.size()).as("killed amid the mails").isLessThan(BUYERS);
        portal.launch("--control");
        deploy();

        assertThat(new Operator(portal, "importer1")
                        .call("notices-tell", recall.taskNo())
                        .text())
                .as("those who are told already")
                .isEqualTo("0 0");
        await("all mails").atMost(Duration.ofMinutes(1)).until(() -> unsent() == 0);
        var after = mails();
        assertThat(after).hasSize(BUYERS);
        assertThat(before.entrySet().stream().filter(mail -> !mail.getValue().equals(after.get(mail.getKey()))))
                .as("mails that left again, each under the same Message-ID")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(portal.count("select count(distinct buyer_uscc) from buyer_notice"))
                .isEqualTo(BUYERS);
        assertThat(portal.count("select count(*) from buyer_notice where told_at is not null and mails = 1"))
                .isEqualTo(BUYERS);
        assertThat(portal.count(
                        "select count(*) from audit_event where action = 'mail.sent' and subject like 'notice.%'"))
                .isEqualTo(BUYERS);
        System.out.println("NoticeCrashIT: killed after " + before.size() + " of " + BUYERS + " mails");
    }

    private void deploy() {
        assertThat(portal.tell("deploy " + application)).isTrue();
    }

    private long unsent() {
        return portal.count("select count(*) from mail_message where state <> 'SENT'");
    }

    /** Mails to buyers by file name, with the moment in which each left: a mail that leaves again is written anew. */
    private Map<String, Object> mails() {
        var mails = new TreeMap<String, Object>();
        var folder = portal.home().resolve("mail");
        if (Files.exists(folder)) {
            try (var files = Files.newDirectoryStream(folder, "notice.*.eml")) {
                for (var file : files) {
                    mails.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return mails;
    }
}
