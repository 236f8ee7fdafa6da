package dev.schemareset.error;

/**
 * The database is that of another application: SchemaReset did not make it, or made it from models of other packages. Nothing was
 * changed; the message tells whose it is and what it holds.
 */
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
