package org.suyuan.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Seconds of processor time of a program and of its database, and of the clock. */
record Cost(double program, double database, double wall) {

    private static final long REST_MILLIS = 20_000;

    double cpu() {
        return program + database;
    }

    /** From now to the end of the work. */
    static Cost of(ProcessHandle program, ProcessHandle database, Work work) throws Exception {
        double before = Cpu.seconds(program);
        double databaseBefore = Cpu.seconds(database);
        long begun = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - begun) / 1e9;
        return new Cost(Cpu.seconds(program) - before, Cpu.seconds(database) - databaseBefore, wall);
    }

    /** What a server that rests takes, with its looks for work every so often. */
    static Cost atRest(ProcessHandle program, ProcessHandle database) throws Exception {
        return of(program, database, () -> Thread.sleep(REST_MILLIS));
    }

    /** Without what the server would have taken in the same time at rest: on a busy machine that time is long. */
    Cost beyond(Cost rest) {
        double share = wall / rest.wall;
        return new Cost(program - rest.program * share, database - rest.database * share, wall);
    }

    /** Of a program beside a server that rests on the same database. */
    Cost beyondDatabaseOf(Cost rest) {
        return new Cost(program, database - rest.database * wall / rest.wall, wall);
    }

    static Cost median(List<Cost> costs) {
        return costs.stream()
                .sorted(Comparator.comparingDouble(Cost::cpu))
                .skip(costs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    Cost plus(Cost more) {
        return new Cost(program + more.program, database + more.database, wall + more.wall);
    }

    String over(Cost yardstick) {
        return String.format(Locale.ROOT, "%.2f / %.2f", cpu() / yardstick.cpu(), wall / yardstick.wall);
    }

    /** What is measured. */
    interface Work {
        void run() throws Exception;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f + %.2f / %.2f", program, database, wall);
    }
}
