package dev.schemareset.reset;

import static java.util.Objects.requireNonNull;

import dev.schemareset.error.ProtectedDatabaseException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether anything may be reset in this process. Once it is forbidden it stays so: what a process could take back protects nothing. */
public final class Prohibition {

    private static final String VARIABLE = "SCHEMA_RESET_PROHIBITED";

    private static final AtomicReference<@Nullable String> REASON = new AtomicReference<>();

    private Prohibition() {}

    public static void set(String reason) {
        REASON.compareAndSet(null, requireNonNull(reason, "reason"));
    }

    static void check(String action, Object database) {
        String reason = REASON.get();
        if (reason != null) {
            throw refused(
                    action,
                    database,
                    "SchemaReset.prohibit(\"" + reason + "\") forbids it in this process.",
                    "if this is intended, do it in another process; this one cannot allow it again.");
        }
        String variable = System.getenv(VARIABLE);
        if (variable != null && !variable.isBlank()) {
            throw refused(
                    action,
                    database,
                    "the environment variable " + VARIABLE + " forbids it in this process: \"" + variable + "\".",
                    "if this is intended, start the process without the variable.");
        }
    }

    private static ProtectedDatabaseException refused(String action, Object database, String why, String remedy) {
        return new ProtectedDatabaseException(
                "Cannot " + action + " the database " + database + ": " + why, "nothing was changed.", remedy);
    }
}
