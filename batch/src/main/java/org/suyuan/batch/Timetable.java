package org.suyuan.batch;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.suyuan.batch.qrcodes.QrCodeGeneration;
import org.suyuan.batch.receipts.ReceiptImport;
import org.suyuan.batch.training.TrainingCustoms;
import org.suyuan.exchange.OutboxDispatch;

/** When work is looked for: every two seconds, each kind of work for itself, so that a fault in one leaves the others alone. */
@Singleton
@Startup
@DependsOn("ejb.jar#DatabaseMigration")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Timetable {

    private static final Logger LOG = Logger.getLogger(Timetable.class.getName());

    private final AtomicBoolean busy = new AtomicBoolean();

    @Inject
    private OutboxDispatch outbox;

    @Inject
    private ReceiptImport receipts;

    @Inject
    private QrCodeGeneration qrCodes;

    @Inject
    private TrainingCustoms trainingCustoms;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        if (busy.compareAndSet(false, true)) {
            try {
                run("outbox", outbox::dispatchDue);
                run("training customs", trainingCustoms::answerSubmissions);
                run("receipts", receipts::startIfWorkWaits);
                run("QR codes", qrCodes::startIfWorkWaits);
            } finally {
                busy.set(false);
            }
        }
    }

    private static void run(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "Looking for work (" + name + ") failed; it is tried again in two seconds");
        }
    }
}
