package org.suyuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suyuan.testing.Portal;

/**
 * What the QR codes of stored reports cost: the real job, with image and stored row, in the real server over a real
 * PostgreSQL, beside nothing but ZXing's search for the same codes. {@code docs/benchmarks.md} has the command and what was
 * measured.
 */
@Tag("S6")
class QrBench {

    private static final int CODES = Integer.getInteger("bench.codes", 10_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int WARM_UPS = 2;

    /** So long that the text has 53 characters. */
    private static final String ADDRESS = "https://portal.suyuan.org.cn";

    @TempDir
    private Path folder;

    @Test
    void the_job_beside_a_bare_loop() throws Exception {
        var settings = Map.of(
                "SUYUAN_TRAINING",
                "true",
                "SUYUAN_TRAINING_ANSWERS",
                "false",
                "SUYUAN_PACE",
                "2000",
                "SUYUAN_BASE_URL",
                ADDRESS);
        var jobs = new ArrayList<Cost>();
        var loops = new ArrayList<Cost>();
        var bare = Program.start(QrEncoding.class);
        try (var portal = Portal.start("qr", settings);
                var connection = portal.connect()) {
            var database = Cpu.database(connection);
            for (int round = -WARM_UPS; round < ROUNDS; round++) {
                order(connection);
                var rest = Cost.atRest(portal.process(), database);
                var job = Cost.of(portal.process(), database, () -> {
                            execute(connection, "delete from paused_duty");
                            awaitCodes(connection);
                        })
                        .beyond(rest);
                var texts = Files.write(
                        folder.resolve("texts"),
                        portal.rows("select text from qr_code order by report_id").stream()
                                .map(row -> (String) row.get("text"))
                                .toList());
                assertThat(Files.readAllLines(texts)).hasSize(CODES).allMatch(text -> text.length() == 53);
                var loop = Cost.of(bare.process(), database, () -> bare.work(texts.toString()))
                        .beyondDatabaseOf(rest);
                if (round >= 0) {
                    jobs.add(job);
                    loops.add(loop);
                    say("%d codes: job %s, bare loop %s", CODES, job, loop);
                }
            }
        } finally {
            bare.end();
        }
        var job = Cost.median(jobs);
        var loop = Cost.median(loops);
        say("CPU of program + database / wall in seconds, medians of %d: job %s, bare loop %s", ROUNDS, job, loop);
        say(
                "the job makes %.2f of the codes of the bare loop by CPU, %.2f by the clock",
                loop.cpu() / job.cpu(), loop.wall() / job.wall());
    }

    /** So many reports wait for their codes, which are not made yet. */
    private static void order(Connection connection) throws SQLException {
        execute(connection, "insert into paused_duty (name, paused_at) values ('generate-qr-codes', now())");
        execute(connection, "delete from qr_code");
        execute(connection, """
            insert into trace_report (id, unified_no, enterprise_id, version, status, apply_customs, report_date,
                generate_qr, created_by, filed_by, created_at, lock_version)
            select nextval('trace_report_seq'), 'FT2026' || lpad(nextval('unified_no_seq')::text, 12, '0'), e.id, 1,
                'CUSTOMS_STORED', '2202', current_date, true, 'bench', 'bench', now(), 1
            from generate_series(1, %d) cross join (select id from enterprise order by id fetch first row only) e
            """.formatted(CODES));
        execute(
                connection,
                "insert into qr_due select id from trace_report where created_by = 'bench' order by id desc fetch first "
                        + CODES + " rows only");
    }

    private static void awaitCodes(Connection connection) throws Exception {
        try (var query = connection.prepareStatement("select count(*) from qr_due")) {
            long waiting = CODES;
            while (waiting > 0) {
                Thread.sleep(50);
                try (var row = query.executeQuery()) {
                    row.next();
                    waiting = row.getLong(1);
                }
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void say(String words, Object... values) {
        System.out.println(String.format(Locale.ROOT, words, values));
    }
}
