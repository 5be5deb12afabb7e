package org.suyuan.batch.console;

/** A duty of the timetable, under {@code org.suyuan:type=Duty,name=…} in JMX. */
public interface DutyDeskMXBean {

    boolean isPaused();

    /** The node that has it at this moment, or null. */
    String getNode();

    /** How much waits for it; null where only its feeds, or nobody, can tell. */
    Long getWaiting();

    /** Since when it fails on this node, and why; null when it works. */
    String getFailing();

    /** No node begins it from now on, whatever is restarted; what is under way is done to its end. */
    void pause();

    void resume();

    /** Performs it on this node at once. */
    void performNow();
}
