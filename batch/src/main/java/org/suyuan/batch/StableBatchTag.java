package org.suyuan.batch;

import com.ibm.jbatch.spi.BatchSPIManager;
import com.ibm.jbatch.spi.BatchSecurityHelper;

/**
 * Payara tags each job with the name of the component that started it, which changes at every deployment and on every
 * node, so that no one may restart a job after a crash. This tag stays the same. The console of Payara Server shows jobs
 * whose tag begins with the name of its configuration.
 */
final class StableBatchTag implements BatchSecurityHelper {

    private static final StableBatchTag INSTANCE = new StableBatchTag();

    private StableBatchTag() {}

    /** To be called before each use of the {@code JobOperator}. */
    static void install() {
        if (BatchSPIManager.getInstance().getBatchSecurityHelper() != INSTANCE) {
            BatchSPIManager.getInstance().registerBatchSecurityHelper(INSTANCE);
        }
    }

    @Override
    public String getCurrentTag() {
        return "server-config:suyuan";
    }

    @Override
    public boolean isAdmin(String tag) {
        return tag.equals("suyuan"); // jobs of earlier versions
    }
}
