package org.suyuan.retention;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.audit.AuditRetention;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Settings;

/**
 * Removes records whose retention has ended (H12, F26), every night from two o'clock on, or when the staff of the portal
 * orders it. Called by the job {@code purge} and the console only.
 */
@Stateless
@PermitAll
public class Purge {

    /** Files of the exchange are counted beside the records. */
    static final String FILES = "EXCHANGE_FILE";

    private static final LocalTime AT_NIGHT = LocalTime.of(2, 0);
    private static final String TIMETABLE = "timetable";
    private static final String CONSOLE = "console";
    private static final String DAYS = "records_before, shelf_life_before, audit_before, jobs_before";
    private static final int RUNS_SHOWN = 20;
    private static final Actor ACTOR = Actor.system("purge");

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    @Inject
    private Settings settings;

    @Inject
    private BusinessTime time;

    @Inject
    private AuditLog audit;

    @Inject
    private AuditRetention auditRetention;

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** The run that is to be gone on with; one that is due tonight begins. */
    public Optional<PurgeRun> underWay() {
        var open = open();
        return open.isPresent() || !isDue() ? open : Optional.of(begin(TIMETABLE));
    }

    /** By order of the staff of the portal: the job begins with its next look. */
    public void order() {
        if (open().isPresent()) {
            throw new Refusal("console.purgeUnderWay");
        }
        begin(CONSOLE);
    }

    private boolean isDue() {
        var now = time.now().atZone(BusinessTime.ZONE);
        return !now.toLocalTime().isBefore(AT_NIGHT)
                && done(connection -> {
                    try (var query = connection.prepareStatement(
                            "select 1 from purge_run where ordered_by = ? and started_at >= ?")) {
                        query.setString(1, TIMETABLE);
                        set(
                                query,
                                2,
                                now.toLocalDate()
                                        .atTime(AT_NIGHT)
                                        .atZone(BusinessTime.ZONE)
                                        .toInstant());
                        try (var row = query.executeQuery()) {
                            return !row.next();
                        }
                    }
                });
    }

    private PurgeRun begin(String orderedBy) {
        var cutoff = cutoff();
        auditRetention.begin(startOf(cutoff.audit()));
        done(connection -> {
            try (var insert = connection.prepareStatement("insert into purge_run (ordered_by, records_before,"
                    + " shelf_life_before, audit_before, jobs_before, started_at) values (?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, orderedBy);
                insert.setObject(2, cutoff.records());
                insert.setObject(3, cutoff.shelfLife());
                insert.setObject(4, cutoff.audit());
                insert.setObject(5, cutoff.jobs());
                set(insert, 6, time.now());
                return insert.executeUpdate();
            }
        });
        return open().orElseThrow();
    }

    private Optional<PurgeRun> open() {
        return done(connection -> {
            try (var query = connection.prepareStatement(
                            "select id, " + DAYS + " from purge_run where finished_at is null order by id");
                    var row = query.executeQuery()) {
                return row.next() ? Optional.of(new PurgeRun(row.getLong("id"), cutoff(row))) : Optional.empty();
            }
        });
    }

    /** The days of today. */
    public Cutoff cutoff() {
        return Cutoff.of(settings.retention(), time.today());
    }

    /** The next records that may go, after an id. */
    public List<Long> due(PurgeRun run, RecordKind kind, long afterId, int most) {
        return done(connection -> {
            try (var query = connection.prepareStatement(kind.next(run.cutoff(), most))) {
                query.setLong(1, afterId);
                return ids(query);
            }
        });
    }

    /** Removes those of these records that may still go, with all that belongs to them. */
    public void remove(PurgeRun run, RecordKind kind, List<Long> candidates) {
        done(connection -> {
            List<Long> due;
            try (var query = connection.prepareStatement(kind.lock(run.cutoff()))) {
                query.setArray(1, connection.createArrayOf("bigint", candidates.toArray()));
                due = ids(query);
            }
            for (var sql : due.isEmpty() ? List.<String>of() : kind.removal()) {
                try (var delete = connection.prepareStatement(sql)) {
                    delete.setArray(1, connection.createArrayOf("bigint", due.toArray()));
                    delete.executeUpdate();
                }
            }
            return count(connection, run, kind.name(), due.size());
        });
    }

    /** Files of the exchange have been removed. */
    public void filesRemoved(PurgeRun run, long files) {
        done(connection -> count(connection, run, FILES, files));
    }

    private static boolean count(Connection connection, PurgeRun run, String kind, long removed) throws SQLException {
        for (var sql : List.of(
                "update purge_count set removed = removed + ? where run_id = ? and kind = ?",
                "insert into purge_count (removed, run_id, kind) values (?, ?, ?)")) {
            try (var write = connection.prepareStatement(sql)) {
                write.setLong(1, removed);
                write.setLong(2, run.id());
                write.setString(3, kind);
                if (removed == 0 || write.executeUpdate() > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Nothing is left to remove; the audit log tells what went, if anything did. */
    public void finish(PurgeRun run) {
        done(connection -> {
            try (var update = connection.prepareStatement("update purge_run set finished_at = ? where id = ?")) {
                set(update, 1, time.now());
                update.setLong(2, run.id());
                return update.executeUpdate();
            }
        });
        var removed = done(connection -> removed(connection, run.id()));
        if (!removed.isEmpty()) {
            audit.record(ACTOR, "retention.purge", String.valueOf(run.id()), "before " + run.cutoff() + ": " + removed);
        }
    }

    private static String removed(Connection connection, long run) throws SQLException {
        try (var query =
                connection.prepareStatement("select kind, removed from purge_count where run_id = ? order by kind")) {
            query.setLong(1, run);
            try (var row = query.executeQuery()) {
                var counts = new ArrayList<String>();
                while (row.next()) {
                    counts.add(row.getString(1) + " " + row.getLong(2));
                }
                return String.join(", ", counts);
            }
        }
    }

    /** How many records a run of now would remove at once; what is kept only for records that go themselves would follow. */
    public Map<RecordKind, Long> dryRun() {
        var counts = new EnumMap<RecordKind, Long>(RecordKind.class);
        var cutoff = cutoff();
        for (var kind : RecordKind.values()) {
            counts.put(kind, done(connection -> {
                try (var query = connection.prepareStatement(kind.count(cutoff));
                        var row = query.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }));
        }
        counts.merge(RecordKind.AUDIT_EVENT, auditRetention.removable(startOf(cutoff.audit())), Long::sum);
        return counts;
    }

    /** The latest runs, the last one first: number, order, days, begin, end, what was removed. */
    public List<String> runs() {
        return done(connection -> {
            try (var query = connection.prepareStatement("select id, ordered_by, started_at, finished_at, " + DAYS
                            + " from purge_run order by id desc fetch first " + RUNS_SHOWN + " rows only");
                    var row = query.executeQuery()) {
                var runs = new ArrayList<String>();
                while (row.next()) {
                    var end = row.getObject("finished_at", OffsetDateTime.class);
                    runs.add(String.join(
                            " | ",
                            row.getString("id"),
                            row.getString("ordered_by"),
                            cutoff(row).toString(),
                            row.getObject("started_at", OffsetDateTime.class)
                                    .toInstant()
                                    .toString(),
                            end == null ? "" : end.toInstant().toString(),
                            removed(connection, row.getLong("id"))));
                }
                return runs;
            }
        });
    }

    private static Cutoff cutoff(ResultSet run) throws SQLException {
        return new Cutoff(
                run.getObject("records_before", LocalDate.class),
                run.getObject("shelf_life_before", LocalDate.class),
                run.getObject("audit_before", LocalDate.class),
                run.getObject("jobs_before", LocalDate.class));
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    private static void set(PreparedStatement statement, int index, Instant instant) throws SQLException {
        statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    }

    private static List<Long> ids(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            var ids = new ArrayList<Long>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    private <T> T done(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Records whose retention has ended cannot be removed", e);
        }
    }
}
