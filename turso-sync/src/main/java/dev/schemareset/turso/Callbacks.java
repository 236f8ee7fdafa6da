package dev.schemareset.turso;

import static java.util.Objects.requireNonNull;

import dev.schemareset.error.CallbackException;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.replication.SyncProgress;
import java.util.function.Supplier;

/** What an application has called in the middle of an exchange. What it throws is told as its own failure, not as one of SchemaReset. */
final class Callbacks {

    private Callbacks() {}

    static ConflictPolicy policy(ConflictPolicy own) {
        return conflict ->
                call("conflict policy", () -> requireNonNull(own.decide(conflict), "it decided for neither side"));
    }

    static SyncProgress.Listener listener(SyncProgress.Listener own) {
        return progress -> call("progress listener", () -> {
            own.onProgress(progress);
            return progress;
        });
    }

    /** An error too: an assertion in a policy must not end an exchange in the background for good. */
    private static <T> T call(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            throw new CallbackException(
                    "The " + what + " of the application failed: " + e + ".",
                    "nothing was changed by what was under way; what was exchanged before is noted, and what is yet to be sent is kept.",
                    "correct the " + what + ", and exchange again.",
                    e);
        }
    }
}
