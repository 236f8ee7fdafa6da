package dev.schemareset.error;

/** SchemaReset did not make the database, and was not told that it may drop it all the same. Nothing was changed. */
public final class ForeignDatabaseException extends SchemaResetException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param failure what was refused, and why
     * @param dataState what state the database is in now
     * @param remedy what to do next
     */
    public ForeignDatabaseException(String failure, String dataState, String remedy) {
        super(failure, dataState, remedy, null);
    }
}
