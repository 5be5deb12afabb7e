package org.suyuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suyuan.bench.springbatch.SpringBatchImport;
import org.suyuan.testing.Portal;

/**
 * What the import of declarations costs: the real job in the real server over a real PostgreSQL, beside StAX and COPY
 * written by hand and beside Spring Batch, each on tables of the same kind in the same database, one after the other. Only
 * the ratios need be believed. {@code docs/benchmarks.md} has the command and what was measured.
 */
@Tag("H1")
class IngestBench {

    /** {@code bench.records}: each more than the one before. */
    private static final List<Integer> RECORDS = Stream.of(
                    System.getProperty("bench.records", "10000,100000").split(","))
            .map(Integer::valueOf)
            .toList();

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int ONCE_FROM = 1_000_000;
    private static final int WARM_UP = 20_000;
    private static final int WARM_UP_ROUNDS = Integer.getInteger("bench.warmUp", 10); // for Java to compile in
    private static final int BAD_ONE_IN = 100;
    private static final String TABLES = "declaration, goods_item, inbound_file, rejected_record";

    @TempDir
    private Path folder;

    private Portal portal;
    private Connection connection;
    private ProcessHandle database;
    private Cost rest;
    private final Map<String, Loader> others = new LinkedHashMap<>();
    private int files;

    @BeforeEach
    void start() throws Exception {
        portal = Portal.start("ingest", Map.of("SUYUAN_ADDRESS", "127.0.0.1", "SUYUAN_PACE", "2000"));
        connection = portal.connect();
        database = Cpu.database(connection);
        execute("alter system set autovacuum = off"); // what it does and when would be chance
        execute("select pg_reload_conf()");
        execute("insert into paused_duty (name, paused_at) values ('match-risks', now())"); // measured by itself
    }

    private void warmUp(Path file) throws Exception {
        rest = new Cost(0, 0, 1);
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            job(file);
            for (var other : others.values()) {
                other.load(file, WARM_UP);
            }
        }
        rest = Cost.atRest(portal.process(), database);
        say("at rest: %s", rest);
    }

    @AfterEach
    void stop() throws Exception {
        for (var other : others.values()) {
            other.end();
        }
        connection.close();
        portal.close();
    }

    @Test
    void the_job_beside_copy_and_spring_batch() throws Exception {
        others.put("StAX to COPY", loader("floor", StaxToCopy.class));
        others.put("Spring Batch", loader("spring_batch", SpringBatchImport.class));
        warmUp(DeclarationSample.write(folder.resolve("warm.xml"), WARM_UP));
        say("CPU of program + database / wall, in seconds; medians of %d rounds", ROUNDS);
        say("%9s %24s %24s %24s %24s %8s", "records", "StAX to COPY", "job", "Spring Batch", "job to COPY", "heap MB");
        Cost before = null;
        int fewer = 0;
        for (int records : RECORDS) {
            var file = DeclarationSample.write(folder.resolve(records + ".xml"), records);
            var copy = new ArrayList<Cost>();
            var job = new ArrayList<Cost>();
            var spring = new ArrayList<Cost>();
            for (int round = 0; round < (records >= ONCE_FROM ? 1 : ROUNDS); round++) {
                copy.add(others.get("StAX to COPY").load(file, records));
                job.add(job(file));
                assertThat(count("select count(*) from goods_item"))
                        .isEqualTo((long) records * DeclarationSample.GOODS);
                spring.add(others.get("Spring Batch").load(file, records));
            }
            Files.delete(file);
            var floor = Cost.median(copy);
            var ours = Cost.median(job);
            var theirs = Cost.median(spring);
            say(
                    "%9d %24s %24s %24s %24s %8d",
                    records,
                    floor,
                    ours,
                    theirs,
                    ours.over(floor) + ", Spring Batch " + theirs.over(floor),
                    heap() >> 20);
            if (before != null) {
                say(
                        "%9s growth exponent of the job: %.3f CPU, %.3f wall",
                        "",
                        exponent(ours.cpu() / before.cpu(), (double) records / fewer),
                        exponent(ours.wall() / before.wall(), (double) records / fewer));
            }
            before = ours;
            fewer = records;
        }
    }

    @Test
    void the_job_again_with_mistakes_and_killed() throws Exception {
        int records = RECORDS.get(RECORDS.size() - 1);
        warmUp(DeclarationSample.write(folder.resolve("warm.xml"), WARM_UP));
        var first = new ArrayList<Cost>();
        var again = new ArrayList<Cost>();
        var bad = new ArrayList<Cost>();
        for (int round = 0; round < (records >= ONCE_FROM ? 1 : ROUNDS); round++) {
            first.add(job(DeclarationSample.write(folder.resolve("good" + round + ".xml"), records)));
            again.add(again(DeclarationSample.write(folder.resolve("again" + round + ".xml"), records)));
            assertThat(count("select count(*) from goods_item")).isEqualTo((long) records * DeclarationSample.GOODS);
            bad.add(job(DeclarationSample.write(folder.resolve("bad" + round + ".xml"), records, BAD_ONE_IN)));
            assertThat(count("select count(*) from rejected_record")).isEqualTo(records / BAD_ONE_IN);
        }
        say("%d records, CPU of server + database / wall, in seconds: %s", records, Cost.median(first));
        say("the same records in other bytes: × %s", Cost.median(again).over(Cost.median(first)));
        say("1 %% bad records: × %s", Cost.median(bad).over(Cost.median(first)));
        killed(records);
    }

    /** Both in a server that has just started, since a killed one cannot be warm when it goes on. */
    private void killed(int records) throws Exception {
        var file = DeclarationSample.write(folder.resolve("killed.xml"), records);
        empty();
        restart();
        var whole = job(file);
        empty();
        restart();
        push(file);
        var half = measured(() -> await("select count(*) from inbound_file where read_count >= " + records / 2));
        restart();
        var rest = measured(this::finished);
        assertThat(count("select count(*) from declaration")).isEqualTo(records);
        assertThat(count("select count(*) from goods_item")).isEqualTo((long) records * DeclarationSample.GOODS);
        assertThat(count("select stored_count from inbound_file")).isEqualTo(records);
        say("in a server just started: %s", whole);
        say("killed at half and restarted: × %s", half.plus(rest).over(whole));
    }

    private void restart() {
        portal.kill();
        portal.start();
    }

    private Cost job(Path file) throws Exception {
        empty();
        return again(file);
    }

    private Cost again(Path file) throws Exception {
        push(file);
        return measured(this::finished);
    }

    private Cost measured(Cost.Work work) throws Exception {
        return Cost.of(portal.process(), database, work).beyond(rest);
    }

    private void push(Path file) throws IOException {
        var name = "bench-" + ++files + ".xml";
        var inbox = portal.exchange("FTR301", "inbox");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        Files.createLink(inbox.resolve(name), file);
    }

    private void finished() throws Exception {
        await("select count(*) from inbound_file where finished_at is not null and file_name = 'bench-" + files
                + ".xml'");
        assertThat(count("select count(*) from inbound_file where state = 'DONE'"))
                .isPositive();
    }

    private void await(String count) throws Exception {
        while (count(count) == 0) {
            Thread.sleep(50);
        }
    }

    private void empty() throws SQLException {
        execute("truncate " + TABLES + " cascade");
        execute("checkpoint");
    }

    /** Bytes of the server's heap after a full collection. */
    private long heap() throws Exception {
        try (var console = portal.console()) {
            var memory = ManagementFactory.newPlatformMXBeanProxy(
                    console.server(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
            memory.gc();
            return memory.getHeapMemoryUsage().getUsed();
        }
    }

    private Loader loader(String schema, Class<?> program) throws Exception {
        execute("create schema " + schema);
        for (var table : List.of("declaration", "goods_item")) {
            execute("create table " + schema + "." + table + " (like public." + table + " including all)");
        }
        execute("alter table " + schema + ".goods_item add foreign key (declaration_id) references " + schema
                + ".declaration");
        return new Loader(schema, program);
    }

    /** Another program that loads files, into tables of its own. */
    private final class Loader {

        private final String schema;
        private final Program program;

        Loader(String schema, Class<?> program) throws SQLException {
            this.schema = schema;
            var url = connection.getMetaData().getURL();
            this.program = Program.start(
                    program,
                    url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true&currentSchema=" + schema,
                    connection.getMetaData().getUserName());
        }

        Cost load(Path file, int records) throws Exception {
            execute("truncate " + schema + ".declaration, " + schema + ".goods_item");
            execute("checkpoint");
            var cost = Cost.of(program.process(), database, () -> program.work(file.toString()))
                    .beyondDatabaseOf(rest);
            assertThat(count("select count(*) from " + schema + ".goods_item"))
                    .isEqualTo((long) records * DeclarationSample.GOODS);
            return cost;
        }

        void end() {
            program.end();
        }
    }

    private long count(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double exponent(double times, double size) {
        return Math.log(times) / Math.log(size);
    }

    private static void say(String words, Object... values) {
        System.out.println(String.format(Locale.ROOT, words, values));
    }
}
