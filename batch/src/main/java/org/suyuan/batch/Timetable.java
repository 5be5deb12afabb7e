package org.suyuan.batch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.DatabaseMigration;
import org.suyuan.shared.DatabaseWatch;
import org.suyuan.shared.Leases;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Settings;

/**
 * When the jobs run: every two seconds, or at another pace that is configured, each {@link Duty} is performed that is
 * due, unless it still is from the last time or another node has it. A duty that fails is tried again; it is logged once, and once more
 * when it works again. Without the database all of them rest. Called by the console only.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Timetable {

    private static final Logger LOG = Logger.getLogger(Timetable.class.getName());

    @Inject
    private DatabaseMigration migration;

    @Inject
    private DatabaseWatch database;

    @Inject
    @Any
    private Instance<Duty> duties;

    @Inject
    private Leases leases;

    @Resource
    private ManagedExecutorService executor;

    /** {@code suyuan.generate}: the server only fills its database and stops; see the generator. */
    @Inject
    @ConfigProperty(name = "suyuan.generate")
    private Optional<String> generate;

    @Inject
    private Settings settings;

    @Inject
    private BusinessTime time;

    @Resource
    private TimerService timers;

    private final AtomicLong looks = new AtomicLong();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

    private record Trouble(String error, Instant since) {}

    private interface Work {
        void perform() throws Exception;
    }

    @PostConstruct
    void wind() {
        var pace = settings.pace().toMillis();
        timers.createIntervalTimer(pace, pace, new TimerConfig(null, false));
    }

    @Timeout
    void tick() {
        if (generate.isEmpty() && migration.done() && database.look()) {
            long look = looks.getAndIncrement();
            duties.stream().filter(duty -> look % duty.looks() == 0).forEach(this::begin);
        }
    }

    private void begin(Duty duty) {
        if (underWay.add(duty.name())) {
            try {
                executor.execute(() -> perform(duty));
            } catch (RuntimeException e) {
                underWay.remove(duty.name());
                trouble(duty, e);
            }
        }
    }

    /** Performs a duty at once, by order of the portal's staff, on this node. */
    public void performNow(Duty duty) {
        performNow(duty, duty::perform);
    }

    /** Goes on at once with an execution of the duty's job that has ended. */
    public void restart(JobDuty duty, long executionId) {
        performNow(duty, () -> {
            if (!duty.restart(executionId)) {
                throw new Refusal("console.nothingLeft", executionId);
            }
        });
    }

    private void performNow(Duty duty, Work work) {
        if (!underWay.add(duty.name())) {
            throw new Refusal("console.underWay", duty.name());
        }
        try {
            if (!leases.hold(duty.name())) {
                throw new Refusal("console.notHere", duty.name());
            }
            work.perform();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(duty.name() + " failed", e);
        } finally {
            underWay.remove(duty.name());
        }
    }

    /** Since when a duty fails on this node, and why; nothing when it works. */
    public Optional<String> trouble(Duty duty) {
        return Optional.ofNullable(troubles.get(duty.name())).map(found -> found.since() + " " + found.error());
    }

    private void perform(Duty duty) {
        try {
            if (leases.hold(duty.name())) {
                duty.perform();
            }
            if (troubles.remove(duty.name()) != null) {
                LOG.info(() -> duty.name() + " works again");
            }
        } catch (Exception e) {
            trouble(duty, e);
        } finally {
            underWay.remove(duty.name());
        }
    }

    private void trouble(Duty duty, Exception e) {
        if (database.isCauseOf(e)) {
            return; // it says so itself
        }
        var before = troubles.get(duty.name());
        if (before == null || !before.error().equals(e.toString())) {
            troubles.put(duty.name(), new Trouble(e.toString(), time.now()));
            LOG.log(Level.WARNING, e, () -> duty.name() + " failed and will be tried again");
        }
    }
}
