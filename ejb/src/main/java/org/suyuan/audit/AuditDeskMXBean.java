package org.suyuan.audit;

/** The audit log, under {@code org.suyuan:type=Audit} in JMX. */
public interface AuditDeskMXBean {

    /** Events in the chain. */
    long getSealed();

    /** Events that wait to be sealed; more than a few mean that the duty {@code audit} does not run. */
    long getUnsealed();

    /** The last seal; note it elsewhere, to prove one day that the chain was not made anew. */
    String getSeal();

    /** Reads the whole chain, which takes minutes when it is long, and says whether it is sound. */
    String verify();

    /** As {@code verify}; the seal, noted earlier, must still be in the chain. */
    String verifySince(String notedSeal);
}
