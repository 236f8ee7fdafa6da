package dev.schemareset.error;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Something between the local database and the one it is synced with failed. {@link #reason()} tells what to do about it. */
public final class SyncException extends SchemaResetException {

    private static final long serialVersionUID = 1L;

    /** Why a sync failed, as far as a program can do something about it. */
    public enum Reason {
        /** It is not said which database is meant, or what is said cannot be meant. */
        NOT_CONFIGURED,
        /** No answer came, or none that would not have to be asked for again later. */
        UNREACHABLE,
        /** The token is missing, expired, not accepted, or may not do this. */
        UNAUTHORIZED,
        /** There is no such database. */
        NOT_FOUND,
        /** The server refused what it was asked to do. */
        REJECTED,
        /** The remote is not what it was taken for: another instance or program has changed or replaced it. */
        CONFLICT,
        /** The remote cannot hold this schema. */
        UNPORTABLE,
        /** What answered does not speak the protocol. */
        PROTOCOL
    }

    /** Why it failed. */
    private final Reason reason;

    /**
     * Creates the error.
     *
     * @param reason why it failed
     * @param failure what failed, and where
     * @param dataState what state both databases are in now
     * @param remedy what to do next
     * @param cause what was thrown underneath, or {@code null} when nothing was
     */
    public SyncException(Reason reason, String failure, String dataState, String remedy, @Nullable Throwable cause) {
        super(failure, dataState, remedy, cause);
        this.reason = requireNonNull(reason, "reason");
    }

    /**
     * Why it failed.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
