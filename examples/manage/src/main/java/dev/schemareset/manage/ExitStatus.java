package dev.schemareset.manage;

import dev.schemareset.error.ForeignDatabaseException;
import dev.schemareset.error.InvalidSchemaException;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.error.ProtectedDatabaseException;
import dev.schemareset.error.SchemaResetException;
import dev.schemareset.error.SyncException;

/** What came of a command, as a script is told. */
enum ExitStatus {
    DONE(0),
    FOUND(1),
    USAGE(2),
    REFUSED(3),
    FAILED(4);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** The exit code of the process. */
    int code() {
        return code;
    }

    /** What an error of SchemaReset comes to: whether a person must decide something before it makes sense to run again. */
    static ExitStatus of(SchemaResetException e) {
        if (e instanceof SyncException sync) {
            return of(sync);
        }
        return e instanceof NotConfirmedException
                        || e instanceof ForeignDatabaseException
                        || e instanceof ProtectedDatabaseException
                        || e instanceof InvalidSchemaException
                ? REFUSED
                : FAILED;
    }

    /** One that was caused by another came after something was changed locally: that is a failure, whatever its reason. */
    private static ExitStatus of(SyncException e) {
        if (e.getCause() instanceof SyncException) {
            return FAILED;
        }
        return switch (e.reason()) {
            case NOT_CONFIGURED -> USAGE;
            case CONFLICT, UNPORTABLE -> REFUSED;
            case UNREACHABLE, UNAUTHORIZED, NOT_FOUND, REJECTED, PROTOCOL -> FAILED;
        };
    }
}
