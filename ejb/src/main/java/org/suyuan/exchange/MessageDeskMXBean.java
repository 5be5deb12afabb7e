package org.suyuan.exchange;

import java.util.List;

/** Messages to customs, under {@code org.suyuan:type=Messages} in JMX. */
public interface MessageDeskMXBean {

    /** How many are to be handed over. */
    long getWaitingCount();

    /** The oldest of them, one line each: message id, state, written at, failures, next try, last error. */
    List<String> getWaiting();

    /** Answers that wait longer than a day, as {@code overdue(24)}. */
    List<String> getReceiptsOverdue();

    /** Handed over more than so many hours ago, at most 90 days, and never answered: message id and time, the oldest first. */
    List<String> overdue(int hours);

    /** Hands the very same message over once more, at once: for one that customs has lost. */
    void resend(String messageId);
}
