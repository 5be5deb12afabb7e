package org.suyuan.batch.watch;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.suyuan.batch.Duty;
import org.suyuan.batch.Timetable;

/** Figures of the duties at {@code /metrics}: how much waits for each, and which of them fail on this node. */
@Singleton
@Startup
public class Backlog {

    @Inject
    @Any
    private Instance<Duty> duties;

    @Inject
    private Timetable timetable;

    @Inject
    private MetricRegistry figures;

    @PostConstruct
    void publish() {
        for (var duty : duties) {
            var name = new Tag("duty", duty.name());
            if (duty.waiting().isPresent()) {
                figures.gauge(
                        metadata("suyuan_waiting", "Messages, mails, events or reports that wait for a duty"),
                        () -> duty.waiting().getAsLong(),
                        name);
            }
            figures.gauge(
                    metadata("suyuan_failing", "1 while a duty fails on this node"),
                    () -> timetable.trouble(duty).isPresent() ? 1 : 0,
                    name);
        }
    }

    private static Metadata metadata(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
