package org.suyuan.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.resource.ResourceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Whether this node reaches its database, as it was when last looked for: the timetable looks at each tick, and whoever meets
 * a failure asks whether that is why. While the database is absent nobody asks it in vain: requests are answered at once, duties
 * rest, and the log has one line when it goes and one when it is back.
 */
@ApplicationScoped
public class DatabaseWatch {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class.getName());
    private static final int PATIENCE_SECONDS = 5; // a busy machine is no reason to turn people away
    private static final String CLASS_OF_LOST_CONNECTIONS = "08";
    private static final String CLASS_OF_SHUTDOWNS = "57P0";

    @Resource(lookup = "jdbc/suyuan")
    private DataSource database;

    private volatile String absence; // why, or null

    /** As it was when last looked for. */
    public boolean isAbsent() {
        return absence != null;
    }

    /** Why it could not be reached when last looked for; empty when it could. */
    public Optional<String> absence() {
        return Optional.ofNullable(absence);
    }

    /** Looks for it; true when it is there. */
    public synchronized boolean look() {
        try (var connection = database.getConnection()) {
            if (!connection.isValid(PATIENCE_SECONDS)) {
                throw new SQLException("No answer within " + PATIENCE_SECONDS + " s");
            }
            if (isAbsent()) {
                LOG.info("The database can be reached again: duties and requests go on");
            }
            absence = null;
        } catch (SQLException e) {
            var reason = String.valueOf(e.getMessage());
            if (!isAbsent()) {
                LOG.log(
                        Level.WARNING,
                        "The database cannot be reached: duties rest, and requests are answered with 503. {0}",
                        reason);
            }
            absence = reason;
        }
        return !isAbsent();
    }

    /**
     * Whether something failed, and changed nothing, because the database could not be reached; if so, looks for it. Where a
     * commit was under way nobody knows what has become of it, so that is another failure.
     */
    public boolean isCauseOf(Throwable failure) {
        boolean found = causes(failure).anyMatch(DatabaseWatch::isAbsence)
                && causes(failure).noneMatch(DatabaseWatch::isDoubt);
        if (found) {
            lookUnlessAbsent();
        }
        return found;
    }

    /** Of many who fail at once the first one looks for all. */
    private synchronized void lookUnlessAbsent() {
        if (!isAbsent()) {
            look();
        }
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }

    private static boolean isAbsence(Throwable cause) {
        return cause instanceof ResourceException // the pool's: it has no connection
                || cause instanceof SQLException failure
                        && failure.getSQLState() != null
                        && (failure.getSQLState().startsWith(CLASS_OF_LOST_CONNECTIONS)
                                || failure.getSQLState().startsWith(CLASS_OF_SHUTDOWNS));
    }

    private static boolean isDoubt(Throwable cause) {
        return cause instanceof SystemException
                || cause instanceof HeuristicMixedException
                || cause instanceof HeuristicRollbackException;
    }
}
