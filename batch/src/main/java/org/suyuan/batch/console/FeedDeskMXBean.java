package org.suyuan.batch.console;

import java.util.List;

/** What comes in files of one message type, under {@code org.suyuan:type=Feed,name=FTR…} in JMX. */
public interface FeedDeskMXBean {

    /** Name of the duty that reads it. */
    String getDuty();

    /** This feed alone; the whole duty may be paused too. */
    boolean isPaused();

    /** Names of the files in the inbox, in the order of their arrival; one of them may be under way. */
    List<String> getWaiting();

    /**
     * The latest 20 files that are read record by record, one line each, the last one first: number, name, state, records
     * read, stored and rejected, failures in a row, execution, and why it could not be read to its end.
     */
    List<String> getFiles();

    /** The latest 20 files in quarantine, one line each: name, reason. */
    List<String> getQuarantine();

    /** Rejected records of a file, by its number in {@code Files}, as CSV: the content of its {@code .rejects.csv}. */
    String rejects(long file);

    /** No node begins a file from now on; one that is under way is read to its end. */
    void pause();

    void resume();
}
