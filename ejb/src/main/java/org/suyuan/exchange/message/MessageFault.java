package org.suyuan.exchange.message;

/** A message cannot be read, or not beyond this line; the reason is a sentence for the people who sent it. */
public final class MessageFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    public MessageFault(int line, String reason) {
        super(reason);
        this.line = line;
    }

    public int line() {
        return line;
    }
}
