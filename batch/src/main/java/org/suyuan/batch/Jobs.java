package org.suyuan.batch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The batch runtime as the portal uses it: under a tag that stays, and so that the start of a job leaves nothing behind. */
public final class Jobs {

    private Jobs() {}

    public static JobOperator operator() {
        StableBatchTag.install();
        return BatchRuntime.getJobOperator();
    }

    /** Starts a job; the number of its execution. */
    public static long start(String name, Properties parameters) {
        var operator = operator();
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(new Definitions(loader));
        try {
            return operator.start(name, parameters);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /**
     * Gives the definition of a job from memory. The runtime asks the thread's class loader for it at each start and never
     * closes the stream (jbatch issue 55); Payara 6 keeps every stream that its class loader has opened (mended in Payara 7,
     * pull request 7919), 8 kB each: an hour of fifty operators left 7,000 of them. The thread has its own loader back as soon
     * as the definition is asked for, so that the job runs under that one.
     */
    private static final class Definitions extends ClassLoader {

        private static final String FOLDER = "META-INF/batch-jobs/";
        private static final Map<String, byte[]> KNOWN = new ConcurrentHashMap<>();

        Definitions(ClassLoader loader) {
            super(loader);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            Thread.currentThread().setContextClassLoader(getParent());
            var content = name.startsWith(FOLDER) ? KNOWN.computeIfAbsent(name, this::read) : null;
            return content == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(content);
        }

        /** Null when there is none. */
        private byte[] read(String name) {
            try (var stream = super.getResourceAsStream(name)) {
                return stream == null ? null : stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
