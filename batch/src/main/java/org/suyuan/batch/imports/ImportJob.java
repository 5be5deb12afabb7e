package org.suyuan.batch.imports;

import jakarta.batch.operations.JobRestartException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.suyuan.batch.Jobs;
import org.suyuan.exchange.inbound.InboundFile;
import org.suyuan.exchange.message.Ftr301;
import org.suyuan.exchange.message.Ftr400;
import org.suyuan.exchange.message.Ftr901;
import org.suyuan.exchange.message.MessageFault;
import org.suyuan.exchange.message.MessageShape;
import org.suyuan.exchange.message.MessageStream;
import org.suyuan.exchange.message.RecordStream;
import org.suyuan.exchange.message.TableStream;
import org.suyuan.foodsafety.InfoCategory;

/**
 * The jobs that read an inbound file. A job gets the file's number in the book of inbound files and the name of the node
 * that holds it; where to begin stands in the book, so that after a crash it goes on after the last committed chunk.
 */
enum ImportJob {
    DECLARATIONS("import-declarations", Ftr301.SHAPE),
    CODE_TABLES("import-code-tables", Ftr901.SHAPE),
    LAWS("import-food-safety", Ftr400.shape(InfoCategory.LAW)),
    STANDARDS("import-food-safety", Ftr400.shape(InfoCategory.STANDARD)),
    RISKS("import-food-safety", Ftr400.shape(InfoCategory.RISK)),
    DENIED_ENTRIES("import-food-safety", Ftr400.shape(InfoCategory.DENIED_ENTRY)),
    NOTICE_TABLES("import-food-safety", TableStream.TYPE, null);

    /** Those that read food-safety notices. */
    static final Set<ImportJob> FOOD_SAFETY = EnumSet.range(LAWS, NOTICE_TABLES);

    private static final Logger LOG = Logger.getLogger(ImportJob.class.getName());
    private static final Set<BatchStatus> OVER =
            EnumSet.of(BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.ABANDONED);

    private final String jobName;
    private final String messageType;
    private final MessageShape shape;

    ImportJob(String jobName, MessageShape shape) {
        this(jobName, shape.type(), shape);
    }

    /** @param shape of the message; null for tables of authorities */
    ImportJob(String jobName, String messageType, MessageShape shape) {
        this.jobName = jobName;
        this.messageType = messageType;
        this.shape = shape;
    }

    String jobName() {
        return jobName;
    }

    String messageType() {
        return messageType;
    }

    static ImportJob of(String messageType) {
        for (var job : values()) {
            if (job.messageType().equals(messageType)) {
                return job;
            }
        }
        throw new IllegalArgumentException("No job imports " + messageType);
    }

    /** @param mappings folder of the mappings of tables; @param now the time of a file that claims to be younger */
    RecordStream open(Path file, Path mappings, Instant now) throws IOException, MessageFault {
        return shape == null
                ? TableStream.open(file, mappings, now)
                : MessageStream.open(Files.newInputStream(file), shape);
    }

    /** Starts the job on a claimed file, or restarts the execution that was broken off. */
    long run(InboundFile file) {
        if (file.executionId() != null) {
            try {
                return Jobs.operator().restart(file.executionId(), parameters(file));
            } catch (JobRestartException | NoSuchJobExecutionException e) {
                LOG.log(Level.INFO, e, () -> jobName + " of " + file.fileName() + " begins a new execution");
            }
        }
        return Jobs.start(jobName, parameters(file));
    }

    static boolean isOver(long executionId) {
        return OVER.contains(Jobs.operator().getJobExecution(executionId).getBatchStatus());
    }

    private static Properties parameters(InboundFile file) {
        var parameters = new Properties();
        parameters.setProperty("fileId", String.valueOf(file.id()));
        parameters.setProperty("holder", file.holder());
        return parameters;
    }
}
