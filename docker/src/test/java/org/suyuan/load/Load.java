package org.suyuan.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.suyuan.exchange.Books;
import org.suyuan.exchange.CustomsClient;
import org.suyuan.testing.Customs;
import org.suyuan.testing.Customs.Declaration;
import org.suyuan.testing.Customs.Goods;
import org.suyuan.testing.Customs.Recall;
import org.suyuan.testing.Portal;

/**
 * People at a portal of this machine who speak HTTP as their browsers would: operators that file reports, one in ten that
 * reports rounds of recalls, a stranger for every five who reads; and customs, which answers all of it. Bounded: each of
 * them does one thing at a time and thinks before it.
 */
public final class Load implements AutoCloseable {

    private static final long SEED = Long.getLong("load.seed", 1);

    private final Portal portal;
    private final Figures figures = new Figures();
    private final CustomsClient customs;
    private final List<FilingOperator> filers;
    private final List<RecallOperator> reporters;
    private final List<Reader> readers;
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private volatile List<String> tokens = List.of();

    /**
     * @param portal in training mode, whose customs does not answer by itself
     * @param pause what somebody thinks before each step, on average
     */
    public Load(Portal portal, int operators, Duration pause) {
        this.portal = portal;
        this.customs = new CustomsClient(portal, new Random(SEED));
        int recalls = Math.max(1, operators / 10);
        for (int i = 0; i < operators + recalls; i++) {
            portal.execute("insert into account (id, login_name, password_hash, enterprise_id, role, training, status,"
                    + " password_version) select (select max(id) + 1 from account), '" + account(i)
                    + "', password_hash, enterprise_id, role, training, status, password_version from account"
                    + " where login_name = 'importer1'");
        }
        var declared = Customs.newDeclarationNos(operators + recalls).stream()
                .map(number -> Declaration.of(number, Customs.IMPORTER1, Goods.of(1, "冷冻去骨牛肉", "1000000")))
                .toList();
        new Customs(portal).declares(declared.toArray(Declaration[]::new));
        filers = IntStream.range(0, operators)
                .mapToObj(i ->
                        new FilingOperator(portal, account(i), declared.get(i).number(), figures, pause, SEED + i))
                .toList();
        reporters = IntStream.range(operators, operators + recalls)
                .mapToObj(i -> new RecallOperator(
                        portal, account(i), recalled(declared.get(i)), figures, pause.multipliedBy(3), SEED + i))
                .toList();
        readers = IntStream.range(0, Math.max(1, operators / 5))
                .mapToObj(i -> new Reader(portal, () -> tokens, figures, pause, -SEED - i))
                .toList();
    }

    private String recalled(Declaration declaration) {
        var recall = Recall.of(declaration.number(), 1);
        new Customs(portal).recalls(recall);
        return recall.taskNo();
    }

    private static String account(int index) {
        return "load." + index;
    }

    public Load begin() {
        clock.scheduleWithFixedDelay(customs, 0, 200, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(this::lookForCodes, 5, 10, TimeUnit.SECONDS);
        everybody().forEach(people::execute);
        return this;
    }

    /** The latest codes; without a database those known before. */
    private void lookForCodes() {
        try {
            tokens = portal.rows("select token from qr_code order by id desc limit 50").stream()
                    .map(row -> row.get("token").toString())
                    .toList();
        } catch (IllegalStateException e) {
            // the database is being killed
        }
    }

    /** Lets everybody end the step that he has begun and go home. */
    public void end() throws InterruptedException {
        everybody().forEach(PortalUser::stop);
        people.shutdown();
        if (!people.awaitTermination(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Somebody still waits for an answer");
        }
    }

    /** Waits until all is answered; each submission must have left once, and each answer must have been applied once. */
    public String balance() {
        var books = new Books(portal);
        books.close();
        books.submissions(
                acknowledged(filers.stream().map(FilingOperator::acknowledged)),
                acknowledged(reporters.stream().map(RecallOperator::acknowledged)),
                customs);
        books.answers(customs);
        return books.summary();
    }

    private static List<String> acknowledged(Stream<? extends Collection<String>> all) {
        return all.flatMap(Collection::stream).collect(Collectors.toList());
    }

    private List<PortalUser> everybody() {
        var everybody = new ArrayList<PortalUser>(filers);
        everybody.addAll(reporters);
        everybody.addAll(readers);
        return everybody;
    }

    public Figures figures() {
        return figures;
    }

    /** What customs does with the exchange folder. */
    public CustomsClient customs() {
        return customs;
    }

    @Override
    public void close() {
        everybody().forEach(PortalUser::stop);
        people.shutdownNow();
        clock.shutdownNow();
    }
}
