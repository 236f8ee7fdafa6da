package dev.schemareset.error;

import org.jspecify.annotations.Nullable;

/** A reset began and did not succeed. It was rolled back: the database is as it was before. */
public final class ResetFailedException extends SchemaResetException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param failure what failed, and where
     * @param dataState what state the database is in now
     * @param remedy what to do next
     * @param cause what was thrown underneath, or {@code null} when nothing was
     */
    public ResetFailedException(String failure, String dataState, String remedy, @Nullable Throwable cause) {
        super(failure, dataState, remedy, cause);
    }
}
