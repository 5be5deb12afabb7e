package org.suyuan.recall.notices;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.suyuan.identity.Enterprise;
import org.suyuan.mail.Mail;
import org.suyuan.mail.MailOutbox;
import org.suyuan.mail.MailSettings;
import org.suyuan.recall.RecallStatus;
import org.suyuan.recall.RecallTask;
import org.suyuan.recall.clock.Deadline;
import org.suyuan.recall.clock.Light;
import org.suyuan.reference.CodeTables;
import org.suyuan.reference.WorkingDays;
import org.suyuan.shared.BusinessTime;
import org.suyuan.shared.Settings;

/**
 * Mails to the person responsible of an importer (H4, F9): a recall arrived that nobody has read, a deadline is near, a
 * deadline is over; one each. Called by the duty {@code recall-alerts} only.
 */
@Stateless
@PermitAll
public class RecallAlerts {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CodeTables codeTables;

    @Inject
    private MailOutbox mails;

    @Inject
    private MailSettings mailSettings;

    @Inject
    private Settings settings;

    @Inject
    private BusinessTime time;

    /** A mail that is to be written unless it was. */
    private record Alert(String occasion, Function<String, Mail> mail) {}

    /** Writes the mails that are due and not written yet. */
    public void write() {
        if (!mailSettings.on()) {
            return;
        }
        var now = time.now();
        var calendar = codeTables.workingDays();
        var alerts = entities.createQuery(
                        "select t, e from RecallTask t, Enterprise e where e.uscc = t.importer and e.recallEmail is not null"
                                + " and t.status = :open order by t.id",
                        Object[].class)
                .setParameter("open", RecallStatus.OPEN)
                .getResultStream()
                .flatMap(row -> alerts(
                        (RecallTask) row[0], ((Enterprise) row[1]).profile().recallEmail(), calendar, now))
                .toList();
        for (int i = 0; i < alerts.size(); i += 500) {
            var some = alerts.subList(i, Math.min(i + 500, alerts.size()));
            var posted = mails.posted(some.stream().map(Alert::occasion).toList());
            some.stream()
                    .filter(alert -> !posted.contains(alert.occasion()))
                    .forEach(alert -> mails.post(alert.mail().apply(alert.occasion())));
        }
    }

    private Stream<Alert> alerts(RecallTask task, String email, WorkingDays calendar, Instant now) {
        var page = settings.baseUrl() + "/recall/" + task.taskNo();
        var alerts = new ArrayList<Alert>();
        if (task.unread()) {
            alerts.add(new Alert(
                    "recall.%s.%d.new".formatted(task.taskNo(), task.revision()),
                    occasion -> Letters.newTask(occasion, task, email, page)));
        }
        var clock = task.clock(calendar);
        alert(task, clock.start(), true, email, page, now).ifPresent(alerts::add);
        alert(task, clock.finish(), false, email, page, now).ifPresent(alerts::add);
        return alerts.stream();
    }

    /** A deadline that moved, since the 公告日期 or the calendar did, is another one. */
    private static Optional<Alert> alert(
            RecallTask task, Deadline deadline, boolean start, String email, String page, Instant now) {
        var light = deadline == null ? Light.OFF : deadline.light(now);
        if (light != Light.AMBER && light != Light.RED) {
            return Optional.empty();
        }
        var over = light == Light.RED;
        var occasion = "recall.%s.%s.%d.%s"
                .formatted(
                        task.taskNo(),
                        start ? "start" : "finish",
                        deadline.due().getEpochSecond(),
                        over ? "over" : "near");
        return Optional.of(
                new Alert(occasion, name -> Letters.deadline(name, task, start, over, deadline.due(), email, page)));
    }
}
