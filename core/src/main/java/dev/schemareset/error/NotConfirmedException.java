package dev.schemareset.error;

/** A reset was asked for without confirming it. Nothing was changed; the message tells what would have been dropped, and whose it is. */
public final class NotConfirmedException extends SchemaResetException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param failure what was not confirmed, and what it would have dropped
     * @param dataState what state the database is in now
     * @param remedy what to do next
     */
    public NotConfirmedException(String failure, String dataState, String remedy) {
        super(failure, dataState, remedy, null);
    }
}
