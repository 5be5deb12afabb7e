package org.suyuan.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * The business says no to a well-formed request: the key of the message that tells the user what is wrong and what to
 * do, with its arguments. Nothing of the refused act stays.
 */
@ApplicationException(rollback = true)
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<Object> arguments;

    public Refusal(String messageKey, Object... arguments) {
        super(messageKey + List.of(arguments));
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
