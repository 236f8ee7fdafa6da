package dev.schemareset.error;

import static java.util.Objects.requireNonNull;

/** Code of the application that was called in the middle of the work has failed, e.g. a conflict policy. What it threw is the cause. */
public final class CallbackException extends SchemaResetException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param failure what failed
     * @param dataState what state the data is in now
     * @param remedy what to do next
     * @param cause what was thrown
     */
    public CallbackException(String failure, String dataState, String remedy, Throwable cause) {
        super(failure, dataState, remedy, requireNonNull(cause, "cause"));
    }
}
