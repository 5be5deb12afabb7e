package org.suyuan.exchange;

/** A file that is not the message it should be; says why. It is put aside, not lost. */
public class UnreadableMessage extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableMessage(String reason, Throwable cause) {
        super(reason, cause);
    }

    public UnreadableMessage(String reason) {
        super(reason);
    }
}
