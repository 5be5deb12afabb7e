package org.suyuan.batch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.suyuan.shared.DatabaseMigration;
import org.suyuan.shared.Leases;
import org.suyuan.shared.Settings;

/**
 * When the jobs run: every two seconds, or at another pace that is configured, each {@link Duty} is performed, unless it
 * still is from the last time or another node has it. A duty that fails is tried again; it is logged once, and once more
 * when it works again.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Timetable {

    private static final Logger LOG = Logger.getLogger(Timetable.class.getName());

    @Inject
    private DatabaseMigration migration;

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

    @Resource
    private TimerService timers;

    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    @PostConstruct
    void wind() {
        var pace = settings.pace().toMillis();
        timers.createIntervalTimer(pace, pace, new TimerConfig(null, false));
    }

    @Timeout
    void tick() {
        if (generate.isEmpty() && migration.done()) {
            duties.forEach(this::begin);
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
        if (!e.toString().equals(troubles.put(duty.name(), e.toString()))) {
            LOG.log(Level.WARNING, e, () -> duty.name() + " failed and will be tried again");
        }
    }
}
