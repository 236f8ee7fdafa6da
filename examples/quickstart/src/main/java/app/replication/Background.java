package app.replication;

import dev.schemareset.SchemaReset;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.replication.Side;
import java.time.Duration;
import java.util.function.Consumer;

/** A replication for the whole life of an application. */
public final class Background {

    private Background() {}

    static TursoReplication start(TursoSync turso, SchemaReset reset, Consumer<String> log) {
        TursoReplication replication = turso.replicate(reset);
        replication.syncAutomatically(
                Duration.ofSeconds(1),
                report -> log.accept("synced: " + report), // only where a row was pushed or pulled
                failure -> log.accept("not synced: " + failure.getMessage())); // it is tried again
        return replication;
    }

    static TursoSync remoteWins(TursoSync turso) {
        return turso.onConflict(ConflictPolicy.REMOTE_WINS);
    }

    static TursoSync usersAreKeptRemotely(TursoSync turso) {
        return turso.onConflict(conflict -> conflict.table().equals("users") ? Side.REMOTE : Side.LOCAL);
    }
}
