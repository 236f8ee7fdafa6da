package dev.schemareset.error;

/** Somebody forbade it: a lock is in the database, or this process may reset none. Nothing was changed. */
public final class ProtectedDatabaseException extends SchemaResetException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param failure what was refused, and why
     * @param dataState what state the database is in now
     * @param remedy what to do next
     */
    public ProtectedDatabaseException(String failure, String dataState, String remedy) {
        super(failure, dataState, remedy, null);
    }
}
