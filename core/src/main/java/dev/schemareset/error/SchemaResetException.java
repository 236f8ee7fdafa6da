package dev.schemareset.error;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The base of every error SchemaReset throws. Its message has three parts, which are also there one by one: what failed
 * and where, the state of your data, and what to do.
 */
public abstract sealed class SchemaResetException extends RuntimeException
        permits CallbackException,
                DatabaseBusyException,
                ForeignDatabaseException,
                InvalidSchemaException,
                MigrationNotWrittenException,
                NotConfirmedException,
                ProtectedDatabaseException,
                ResetFailedException,
                SyncException,
                UnusableDatabaseException {

    private static final long serialVersionUID = 1L;

    /** What failed, and where. */
    private final String failure;

    /** What state the database is in now. */
    private final String dataState;

    /** What to do next. */
    private final String remedy;

    /**
     * Composes the message of its three parts.
     *
     * @param failure what failed, and where
     * @param dataState what state the database is in now
     * @param remedy what to do next
     * @param cause what was thrown underneath, or {@code null} when nothing was
     */
    SchemaResetException(String failure, String dataState, String remedy, @Nullable Throwable cause) {
        super(
                requireNonNull(failure, "failure")
                        + "\nYour data: " + requireNonNull(dataState, "dataState")
                        + "\nWhat to do: " + requireNonNull(remedy, "remedy"),
                cause);
        this.failure = failure;
        this.dataState = dataState;
        this.remedy = remedy;
    }

    /**
     * What failed, and where.
     *
     * @return one or more sentences
     */
    public String failure() {
        return failure;
    }

    /**
     * The state your data is in now.
     *
     * @return one or more sentences
     */
    public String dataState() {
        return dataState;
    }

    /**
     * What to do next.
     *
     * @return one or more sentences
     */
    public String remedy() {
        return remedy;
    }
}
