package org.suyuan.batch.console;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.batch.Duty;
import org.suyuan.batch.Timetable;
import org.suyuan.shared.Leases;
import org.suyuan.shared.Pauses;
import org.suyuan.shared.ServerConsole;

/** Where the staff of the portal, at the console of the server, see to duties, feeds and executions of jobs (H13). */
@Singleton
@Startup
public class BatchDesk {

    private static final String JOBS = "Jobs";

    @Inject
    @Any
    private Instance<Duty> duties;

    @Inject
    private Timetable timetable;

    @Inject
    private Executions executions;

    @Inject
    private Feeds feeds;

    @Inject
    private Leases leases;

    @Inject
    private Pauses pauses;

    @Inject
    private AuditLog audit;

    private final List<String> opened = new ArrayList<>();

    @PostConstruct
    void open() {
        show(JOBS, new JobDesk(executions));
        for (var duty : duties) {
            show("Duty,name=" + duty.name(), new DutyDesk(duty, switchOf(duty.name()), leases, timetable));
            for (var type : duty.feeds()) {
                show("Feed,name=" + type, new FeedDesk(type, duty.name(), switchOf(type), feeds));
            }
        }
    }

    private void show(String name, Object desk) {
        ServerConsole.open(name, desk);
        opened.add(name);
    }

    @PreDestroy
    void close() {
        opened.forEach(ServerConsole::close);
    }

    private Switch switchOf(String name) {
        return new Switch(name, pauses, audit);
    }

    /** Pauses and resumes one duty or feed, which the audit log notes. */
    private record Switch(String name, Pauses pauses, AuditLog audit) {

        private static final Actor CONSOLE = Actor.system("console");

        boolean isPaused() {
            return ServerConsole.ask(() -> pauses.isPaused(name));
        }

        void pause() {
            ServerConsole.act(() -> {
                pauses.pause(name);
                audit.record(CONSOLE, "duty.pause", name, null);
            });
        }

        void resume() {
            ServerConsole.act(() -> {
                pauses.resume(name);
                audit.record(CONSOLE, "duty.resume", name, null);
            });
        }
    }

    private record DutyDesk(Duty duty, Switch onOff, Leases leases, Timetable timetable) implements DutyDeskMXBean {

        @Override
        public boolean isPaused() {
            return onOff.isPaused();
        }

        @Override
        public String getNode() {
            return ServerConsole.ask(() -> leases.holder(duty.name()).orElse(null));
        }

        @Override
        public Long getWaiting() {
            return ServerConsole.ask(() -> {
                var waiting = duty.waiting();
                return waiting.isPresent() ? waiting.getAsLong() : null;
            });
        }

        @Override
        public String getFailing() {
            return ServerConsole.ask(() -> timetable.trouble(duty).orElse(null));
        }

        @Override
        public void pause() {
            onOff.pause();
        }

        @Override
        public void resume() {
            onOff.resume();
        }

        @Override
        public void performNow() {
            ServerConsole.act(() -> timetable.performNow(duty));
        }
    }

    private record FeedDesk(String type, String duty, Switch onOff, Feeds feeds) implements FeedDeskMXBean {

        @Override
        public String getDuty() {
            return duty;
        }

        @Override
        public boolean isPaused() {
            return onOff.isPaused();
        }

        @Override
        public List<String> getWaiting() {
            return ServerConsole.ask(() -> feeds.waiting(type));
        }

        @Override
        public List<String> getFiles() {
            return ServerConsole.ask(() -> feeds.files(type));
        }

        @Override
        public List<String> getQuarantine() {
            return ServerConsole.ask(() -> feeds.quarantine(type));
        }

        @Override
        public String rejects(long file) {
            return ServerConsole.ask(() -> feeds.rejects(type, file));
        }

        @Override
        public void pause() {
            onOff.pause();
        }

        @Override
        public void resume() {
            onOff.resume();
        }
    }

    private record JobDesk(Executions executions) implements JobDeskMXBean {

        @Override
        public List<String> getNames() {
            return ServerConsole.ask(executions::names);
        }

        @Override
        public List<String> getExecutions() {
            return ServerConsole.ask(executions::latest);
        }

        @Override
        public void start(String job) {
            ServerConsole.act(() -> executions.start(job));
        }

        @Override
        public void stop(long execution) {
            ServerConsole.act(() -> executions.stop(execution));
        }

        @Override
        public void restart(long execution) {
            ServerConsole.act(() -> executions.restart(execution));
        }
    }
}
