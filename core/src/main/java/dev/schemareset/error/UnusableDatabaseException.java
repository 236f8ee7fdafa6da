package dev.schemareset.error;

import org.jspecify.annotations.Nullable;

/** What was given as the database cannot be used as one, or no longer. No file was changed. */
public final class UnusableDatabaseException extends SchemaResetException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param failure what failed, and where
     * @param dataState what state the database is in now
     * @param remedy what to do next
     * @param cause what was thrown underneath, or {@code null} when nothing was
     */
    public UnusableDatabaseException(String failure, String dataState, String remedy, @Nullable Throwable cause) {
        super(failure, dataState, remedy, cause);
    }
}
