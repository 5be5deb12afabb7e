package org.suyuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.TerminalFailureException;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.container.Operator;
import org.suyuan.container.TestApplication;
import org.suyuan.container.UseCases;
import org.suyuan.declaration.Records;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Customs.Recall;
import org.suyuan.testing.DeclarationFile;
import org.suyuan.testing.Portal;

/**
 * {@code kill -9} at random moments, of the start too, while files are read, reports and rounds of recalls filed and
 * dispatched, and answers taken. {@code -Dsuyuan.crash.rounds} and {@code -Dsuyuan.crash.seed} make more of it, or the same again.
 */
@Tag("H1")
@Tag("H2")
@Tag("H3")
@Tag("H4")
class CrashIT {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int ROUNDS = Integer.getInteger("suyuan.crash.rounds", 4);
    private static final long SEED = Long.getLong("suyuan.crash.seed", System.nanoTime());
    private static final Duration AT_WORK = Duration.ofSeconds(6);
    private static final Duration AMID_A_FILE = Duration.ofMillis(500); // after its first chunk

    private final Random random = new Random(SEED);
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final ScheduledExecutorService desks = Executors.newScheduledThreadPool(4);
    private Portal portal;
    private Path application;
    private Duration startTakes;

    @BeforeEach
    void start() {
        long begin = System.nanoTime();
        portal = Portal.controlled("crash");
        application = portal.home().resolve("suyuan.ear");
        TestApplication.ear(UseCases.class).as(ZipExporter.class).exportTo(application.toFile());
        deploy();
        startTakes = Duration.ofNanos(System.nanoTime() - begin);
    }

    @AfterEach
    void stop() {
        desks.shutdownNow();
        clock.shutdownNow();
        portal.close();
    }

    @Test
    void whenever_the_portal_is_killed_everything_happens_exactly_once() throws Exception {
        System.out.println("CrashIT: " + ROUNDS + " rounds, -Dsuyuan.crash.seed=" + SEED);
        var customs = new CustomsClient(portal, new Random(SEED));
        var answering = clock.scheduleWithFixedDelay(customs, 0, 100, TimeUnit.MILLISECONDS);
        var filers = List.of(filer(0), filer(1));
        var declared = Declaration.of(Records.number(0, 2), Customs.IMPORTER1, Goods.of(1, "冷冻去骨牛肉", "1000"));
        new Customs(portal).declares(declared);
        var recalls = IntStream.rangeClosed(1, ROUNDS)
                .mapToObj(round -> Recall.of(declared.number(), 1).because("检出沙门氏菌，第 " + round + " 次通报"))
                .toList();
        var reporters = recalls.stream()
                .limit(2)
                .map(recall -> new RoundReporter(new Operator(portal, "importer1"), recall.taskNo()))
                .toList();
        var filing = Stream.concat(filers.stream(), reporters.stream())
                .map(filer -> desks.scheduleWithFixedDelay(filer, 0, 50, TimeUnit.MILLISECONDS))
                .toList();

        var books = new Books(portal);
        for (int round = 1; round <= ROUNDS; round++) {
            push(round);
            order(recalls.get(round - 1));
            if (round % 2 == 1) {
                books.awaitBegun(fileOf(round));
                killWithin(AMID_A_FILE).get();
            } else {
                killWithin(AT_WORK).get();
            }
            portal.launch("--control");
            if (round % 3 == 0) {
                dieWhileStarting();
            }
            deploy();
        }
        assertThat(filing).as("the filers were never stopped by surprise").noneMatch(Future::isDone);
        desks.shutdown();
        assertThat(desks.awaitTermination(2, TimeUnit.MINUTES))
                .as("nobody is filing any more")
                .isTrue();

        books.close();
        assertThat(answering.isDone()).isFalse();
        for (int round = 1; round <= ROUNDS; round++) {
            books.declarations(fileOf(round), round, recordsOf(round));
        }
        books.orders(recalls);
        assertThat(filers).allSatisfy(filer -> assertThat(filer.refusals()).isEmpty());
        assertThat(reporters)
                .allSatisfy(reporter -> assertThat(reporter.refusals()).isEmpty());
        books.submissions(
                filers.stream().flatMap(filer -> filer.acknowledged().stream()).toList(),
                reporters.stream()
                        .flatMap(reporter -> reporter.acknowledged().stream())
                        .toList(),
                customs);
        books.answers(customs);
        assertThat(books.takeOvers()).as("a crash met a file half read").isPositive();
        System.out.println("CrashIT: " + books.summary());
    }

    private void deploy() {
        assertThat(portal.tell("deploy " + application)).isTrue();
    }

    private Future<?> killWithin(Duration time) {
        return clock.schedule(portal::kill, random.nextLong(time.toMillis()), TimeUnit.MILLISECONDS);
    }

    private void dieWhileStarting() throws Exception {
        var killed = killWithin(startTakes);
        try {
            deploy();
        } catch (TerminalFailureException | UncheckedIOException e) {
            // killed before it was ready
        }
        killed.get();
        portal.launch("--control");
    }

    private Filer filer(int index) {
        var declared = Declaration.of(Records.number(0, index), Customs.IMPORTER1, Goods.of(1, "冷冻去骨牛肉", "1000000"));
        new Customs(portal).declares(declared);
        return new Filer(new Operator(portal, "importer1"), declared.number());
    }

    private void push(int round) {
        var file = portal.exchange("FTR301", "inbox").resolve(fileOf(round));
        try (var message = DeclarationFile.create(file, OffsetDateTime.now())) {
            for (int i = 0; i < recordsOf(round); i++) {
                var consignee = i % 100 == 99 ? "no code" : Customs.IMPORTER2;
                var goods = Goods.of(1, Books.goodsName(round, i), "10");
                message.add(Declaration.of(Records.number(round, i), consignee, goods)
                        .xml());
            }
        }
    }

    /** Orders a recall and amends it at once. */
    private void order(Recall amended) {
        var now = LocalDateTime.now(CHINA);
        portal.push(
                "FTR201",
                amended.taskNo() + "-1.xml",
                amended.because("检出沙门氏菌").as("ORDER").message(now));
        portal.push("FTR201", amended.taskNo() + "-2.xml", amended.message(now.plusSeconds(1)));
    }

    private static String fileOf(int round) {
        return "crash-" + round + ".xml";
    }

    private static int recordsOf(int round) {
        return round == 1 ? 20_000 : 10_000;
    }
}
