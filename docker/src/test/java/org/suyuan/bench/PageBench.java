package org.suyuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.suyuan.testing.Portal;
import org.suyuan.testing.Visitor;
import org.suyuan.testing.Workplace;

/**
 * What pages cost by the number of reports that an enterprise has: processor time of server and database for a request, beside
 * that for a static file of 20 kB from the same server. {@code docs/benchmarks.md} has the command and what was measured.
 */
@Tag("E5")
class PageBench {

    /** {@code bench.rows}: each more than the one before. */
    private static final List<Integer> ROWS = Stream.of(
                    System.getProperty("bench.rows", "10000,100000").split(","))
            .map(Integer::valueOf)
            .toList();

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int REQUESTS = Integer.getInteger("bench.requests", 400);
    private static final int WARM_UP = Integer.getInteger("bench.warmUp", 10); // rounds, for the JVM to compile in
    private static final int CONNECTIONS = 8;
    private static final int STATIC_MORE = 8; // times as many requests: each takes so little
    private static final int PAGES = 50; // that can be turned to
    private static final int PAGE = 20;

    private static final String STATIC_FILE = "static file";
    private static final String SIGNED_IN = "static file, signed in";
    private static final String PAGE_CHANGE = "page change";

    private static final Pattern NEW_STATE =
            Pattern.compile("jakarta\\.faces\\.ViewState[^>]*><!\\[CDATA\\[([^\\]]+)\\]\\]>");

    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private Portal portal;
    private ProcessHandle database;

    /** Somebody with a connection and two pages of his own, which he works in as they were last opened. */
    private static final class User {

        private final Visitor stranger; // a static file costs least without a session
        private final Visitor alone;
        private final Visitor tab; // a page in a tab of the workspace, as a browser asks for it
        private final Visitor script; // what such a page sends
        private final Map<String, String> draft = new TreeMap<>();
        private final Map<String, String> list = new TreeMap<>();
        private int page;

        User(Portal portal) {
            stranger = new Visitor(portal);
            alone = new Visitor(portal);
            assertThat(alone.isLetIn("importer1", Workplace.PASSWORD)).isTrue();
            tab = alone.at(portal).saying("Sec-Fetch-Dest", "iframe");
            script = alone.at(portal).saying("Suyuan-Framed", "true");
        }

        void readFile() {
            readFile(stranger);
        }

        void readFileSignedIn() {
            readFile(alone);
        }

        private static void readFile(Visitor reader) {
            assertThat(ok(reader.get("/resources/suyuan/suyuan.js")).length()).isBetween(15_000, 25_000);
        }

        void openForm() {
            draft.putAll(Visitor.secretsOf(form(tab)));
        }

        void openFormAlone() {
            assertThat(form(alone)).contains("id=\"menuLinks\"");
        }

        private static String form(Visitor reader) {
            var page = ok(reader.get("/trace/edit"));
            assertThat(page).contains("id=\"report:save\"");
            return page;
        }

        void openList() {
            list.putAll(Visitor.secretsOf(list(tab)));
        }

        void openListAlone() {
            assertThat(list(alone)).contains("id=\"menuLinks\"");
        }

        private static String list(Visitor reader) {
            var page = ok(reader.get("/trace/list"));
            assertThat(page.split("<tr data-ri=\"")).hasSize(PAGE + 1);
            return page;
        }

        void save() {
            var answer = partial(
                    "/trace/edit",
                    "report",
                    "report:save",
                    "report",
                    draft,
                    Map.of("report:declarationNo", "", "report:generateQr", "true", "report:save", "report:save"));
            assertThat(answer).contains("suyuan.saved(");
        }

        void turnPage() {
            page = (page + 7) % PAGES;
            var answer = partial(
                    "/trace/list",
                    "hits",
                    "hits:rows",
                    "hits:rows",
                    list,
                    Map.of(
                            "hits:rows",
                            "hits:rows",
                            "hits:rows_pagination",
                            "true",
                            "hits:rows_first",
                            String.valueOf(page * PAGE),
                            "hits:rows_rows",
                            String.valueOf(PAGE),
                            "hits:rows_skipChildren",
                            "true",
                            "hits:rows_encodeFeature",
                            "true"));
            assertThat(answer.split("<tr data-ri=\"")).hasSize(PAGE + 1);
        }

        private String partial(
                String path,
                String form,
                String source,
                String render,
                Map<String, String> secrets,
                Map<String, String> fields) {
            var all = new TreeMap<>(secrets);
            all.putAll(fields);
            all.put(form, form);
            all.put("jakarta.faces.partial.ajax", "true");
            all.put("jakarta.faces.source", source);
            all.put("jakarta.faces.partial.execute", render);
            all.put("jakarta.faces.partial.render", render);
            var answer = ok(script.post(path, all));
            NEW_STATE
                    .matcher(answer)
                    .results()
                    .forEach(found -> secrets.put("jakarta.faces.ViewState", found.group(1)));
            return answer;
        }

        private static String ok(HttpResponse<String> response) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        }
    }

    private interface Request {
        void send(User user);
    }

    /** Milliseconds of processor time of a request, and how long each took. */
    private record Load(double cpu, double[] times) {

        double part(double share) {
            return times[(int) Math.ceil(share * times.length) - 1];
        }
    }

    @Test
    void pages_beside_a_static_file() throws Exception {
        var settings = Map.of(
                "SUYUAN_TRAINING", "true", "SUYUAN_TRAINING_ANSWERS", "false", "SUYUAN_PACE", "86400000"); // no job
        try (var started = Portal.start("pages", settings);
                var connection = started.connect()) {
            portal = started;
            database = Cpu.database(connection);
            fill(connection, ROWS.get(0));
            var users =
                    Stream.generate(() -> new User(portal)).limit(CONNECTIONS).toList();
            var requests = new LinkedHashMap<String, Request>();
            requests.put(STATIC_FILE, User::readFile);
            requests.put(SIGNED_IN, User::readFileSignedIn);
            requests.put("form alone, GET", User::openFormAlone);
            requests.put("list alone, GET", User::openListAlone);
            requests.put("form, GET", User::openForm);
            requests.put("list of 20 rows, GET", User::openList);
            requests.put("save", User::save);
            requests.put(PAGE_CHANGE, User::turnPage);
            for (int round = 0; round < WARM_UP; round++) {
                measured(users, requests);
            }
            say(
                    "%d connections; CPU of a request in ms, × static file, × the same signed in, p50 / p99 in ms, p99 ÷ p50",
                    CONNECTIONS);
            double before = 0;
            int fewer = 0;
            for (int rows : ROWS) {
                fill(connection, rows);
                say("%d reports", rows);
                double turned = measure(users, requests);
                if (before > 0) {
                    double growth = Math.log(turned / before) / Math.log((double) rows / fewer);
                    say("growth exponent of the page change: %.3f", growth);
                }
                before = turned;
                fewer = rows;
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** The factor by which a page change costs more than a static file. */
    private double measure(List<User> users, Map<String, Request> requests) throws Exception {
        var loads = new LinkedHashMap<String, List<Load>>();
        for (int round = 0; round < ROUNDS; round++) {
            measured(users, requests)
                    .forEach((name, load) ->
                            loads.computeIfAbsent(name, n -> new ArrayList<>()).add(load));
        }
        double yardstick = median(loads.get(STATIC_FILE)).cpu();
        double signedIn = median(loads.get(SIGNED_IN)).cpu();
        loads.forEach((name, all) -> {
            var load = median(all);
            say(
                    "%22s %8.2f %8.1f %8.1f %10.1f / %.1f %8.1f",
                    name,
                    load.cpu(),
                    load.cpu() / yardstick,
                    load.cpu() / signedIn,
                    load.part(0.5),
                    load.part(0.99),
                    load.part(0.99) / load.part(0.5));
        });
        return median(loads.get(PAGE_CHANGE)).cpu() / yardstick;
    }

    private Map<String, Load> measured(List<User> users, Map<String, Request> requests) throws Exception {
        var loads = new LinkedHashMap<String, Load>();
        for (var request : requests.entrySet()) {
            int count = request.getKey().startsWith(STATIC_FILE) ? REQUESTS * STATIC_MORE : REQUESTS;
            loads.put(request.getKey(), load(users, request.getValue(), count));
        }
        return loads;
    }

    private static Load median(List<Load> loads) {
        return loads.stream()
                .sorted((one, other) -> Double.compare(one.cpu(), other.cpu()))
                .toList()
                .get(loads.size() / 2);
    }

    /** All users together send so many requests, each the next one as soon as the last one is answered. */
    private Load load(List<User> users, Request request, int count) throws Exception {
        var times = new double[count];
        var next = new AtomicInteger();
        double cpu = Cpu.seconds(portal.process(), database);
        var work = users.stream()
                .map(user -> (Callable<Void>) () -> {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        long begun = System.nanoTime();
                        request.send(user);
                        times[i] = (System.nanoTime() - begun) / 1e6;
                    }
                    return null;
                })
                .toList();
        for (var done : threads.invokeAll(work)) {
            done.get();
        }
        cpu = Cpu.seconds(portal.process(), database) - cpu;
        Arrays.sort(times);
        return new Load(cpu / count * 1e3, times);
    }

    /** So many reports of importer1, of which each is stored by customs. */
    private static void fill(Connection connection, int rows) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                insert into trace_report (id, unified_no, enterprise_id, version, status, apply_customs, report_date,
                    generate_qr, declaration_no, declaration_customs, entry_port, import_date, goods_seq_no, goods_code,
                    food_name, specification, batch_no, quantity, unit, origin_country, created_by, filed_by, created_at,
                    submitted_at, lock_version)
                select nextval('trace_report_seq'), 'FT2026' || lpad(nextval('unified_no_seq')::text, 12, '0'),
                    a.enterprise_id, 1, 'CUSTOMS_STORED', '2202', current_date - mod(n, 300)::integer, false,
                    '220220261' || lpad(n::text, 9, '0'), '2202', '311002', current_date - 30, 1, '0202300090',
                    '冷冻去骨牛肉' || n, '20千克/箱', 'LOT-' || n, 1000, '035', 'ARG', 'bench', 'bench', now(), now(), 1
                from generate_series((select count(*) from trace_report where created_by = 'bench'), %d - 1) n
                join account a on a.login_name = 'importer1'
                """.formatted(rows));
            statement.execute("vacuum analyze");
        }
    }

    private static void say(String words, Object... values) {
        System.out.println(String.format(Locale.ROOT, words, values));
    }
}
