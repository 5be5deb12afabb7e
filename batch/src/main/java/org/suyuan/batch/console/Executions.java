package org.suyuan.batch.console;

import jakarta.annotation.security.PermitAll;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.Metric.MetricType;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suyuan.audit.Actor;
import org.suyuan.audit.AuditLog;
import org.suyuan.batch.JobDuty;
import org.suyuan.batch.Jobs;
import org.suyuan.batch.Timetable;
import org.suyuan.shared.Pauses;
import org.suyuan.shared.Refusal;

/** The executions of our jobs, outside any transaction: the batch runtime begins its own. Called by the console only. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Executions {

    private static final int INSTANCES_OF_A_JOB = 20;
    private static final Set<BatchStatus> ENDED_EARLY = EnumSet.of(BatchStatus.STOPPED, BatchStatus.FAILED);
    private static final Actor CONSOLE = Actor.system("console");

    @Inject
    @Any
    private Instance<JobDuty> duties;

    @Inject
    private Timetable timetable;

    @Inject
    private Pauses pauses;

    @Inject
    private AuditLog audit;

    public List<String> names() {
        return duties.stream().map(JobDuty::name).sorted().toList();
    }

    public List<String> latest() {
        return names().stream()
                .flatMap(Executions::latestOf)
                .sorted(Comparator.comparingLong(JobExecution::getExecutionId).reversed())
                .map(Executions::line)
                .toList();
    }

    private static Stream<JobExecution> latestOf(String job) {
        var operator = Jobs.operator();
        try {
            return operator.getJobInstances(job, 0, INSTANCES_OF_A_JOB).stream()
                    .flatMap(instance -> operator.getJobExecutions(instance).stream());
        } catch (NoSuchJobException neverRun) {
            return Stream.empty();
        }
    }

    private static String line(JobExecution execution) {
        var steps = Jobs.operator().getStepExecutions(execution.getExecutionId());
        var counts = Stream.of(MetricType.READ_COUNT, MetricType.WRITE_COUNT, MetricType.PROCESS_SKIP_COUNT)
                .map(type -> steps.stream()
                        .flatMap(step -> Stream.of(step.getMetrics()))
                        .filter(metric -> metric.getType() == type)
                        .mapToLong(metric -> metric.getValue())
                        .sum());
        return Stream.concat(
                        Stream.of(
                                execution.getExecutionId(),
                                execution.getJobName(),
                                execution.getBatchStatus(),
                                execution.getStartTime().toInstant(),
                                execution.getEndTime() == null
                                        ? ""
                                        : execution.getEndTime().toInstant()),
                        counts)
                .map(String::valueOf)
                .collect(Collectors.joining(" | "));
    }

    public void start(String job) {
        timetable.performNow(duty(job));
        audit.record(CONSOLE, "job.start", job, null);
    }

    public void stop(long executionId) {
        var job = execution(executionId).getJobName();
        boolean paused = pauses.isPaused(job);
        pauses.pause(job);
        try {
            Jobs.operator().stop(executionId);
        } catch (JobExecutionNotRunningException e) {
            if (!paused) {
                pauses.resume(job);
            }
            throw new Refusal("console.notRunning", executionId);
        }
        audit.record(CONSOLE, "job.stop", job, "execution " + executionId);
    }

    public void restart(long executionId) {
        var execution = execution(executionId);
        if (!ENDED_EARLY.contains(execution.getBatchStatus())) {
            throw new Refusal("console.notEndedEarly", executionId, execution.getBatchStatus());
        }
        var duty = duty(execution.getJobName());
        pauses.resume(duty.name());
        timetable.restart(duty, executionId);
        audit.record(CONSOLE, "job.restart", duty.name(), "execution " + executionId);
    }

    private JobDuty duty(String job) {
        return duties.stream()
                .filter(duty -> duty.name().equals(job))
                .findFirst()
                .orElseThrow(() -> new Refusal("console.unknownJob", job));
    }

    private static JobExecution execution(long executionId) {
        try {
            return Jobs.operator().getJobExecution(executionId);
        } catch (NoSuchJobExecutionException e) {
            throw new Refusal("console.unknownExecution", executionId);
        }
    }
}
