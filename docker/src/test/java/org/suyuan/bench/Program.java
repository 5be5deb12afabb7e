package org.suyuan.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.suyuan.testing.Portal;

/**
 * Something that the portal is compared with, in a process of its own and run by the same Java: it takes a task a line and
 * says when it is done, so that it warms up as the portal does.
 */
final class Program {

    static final String DONE = "DONE";

    private final Process process;
    private final BufferedReader answers;
    private final File log;

    private Program(Process process, File log) {
        this.process = process;
        this.log = log;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Program start(Class<?> type, String... arguments) {
        var log = new File("target", type.getSimpleName() + ".log");
        var command = new ArrayList<>(Portal.java());
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                type.getName()));
        command.addAll(List.of(arguments));
        try {
            return new Program(new ProcessBuilder(command).redirectError(log).start(), log);
        } catch (IOException e) {
            throw new IllegalStateException(type + " does not start", e);
        }
    }

    /** Gives it a task and waits until that is done. */
    void work(String task) throws IOException {
        process.getOutputStream().write((task + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        var answer = answers.readLine();
        while (!DONE.equals(answer)) {
            if (answer == null) {
                throw new IllegalStateException("It ended; see " + log);
            }
            answer = answers.readLine();
        }
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    void end() {
        process.destroyForcibly();
    }
}
