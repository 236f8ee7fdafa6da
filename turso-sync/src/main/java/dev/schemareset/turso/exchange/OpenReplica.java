package dev.schemareset.turso.exchange;

import dev.schemareset.error.SyncException;
import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.turso.replica.Incoming;
import dev.schemareset.turso.replica.Merged;
import dev.schemareset.turso.replica.Rebuild;
import dev.schemareset.turso.replica.Replica;
import dev.schemareset.turso.shape.Shape.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The replica of a local database: opened when it is first needed, and again when the database was made anew. One of other models, or that
 * does not note all changes, is not.
 */
final class OpenReplica implements AutoCloseable {

    private final LocalDatabase database;
    private final List<Table> tables;
    private final Supplier<String> newId;
    private @Nullable Replica open;
    private Optional<SyncException> misfit = Optional.empty();

    OpenReplica(LocalDatabase database, List<Table> tables, Supplier<String> newId) {
        this.database = database;
        this.tables = tables;
        this.newId = newId;
    }

    /** Whether it is open, and nobody has made the database anew or put another in its place since. */
    boolean isCurrent() {
        return open != null && open.isCurrent();
    }

    boolean isOpen() {
        return open != null;
    }

    Replica get() {
        if (open == null) {
            throw misfit();
        }
        return open;
    }

    /** Why it was left as it is. */
    SyncException misfit() {
        return misfit.orElseThrow(() -> new IllegalStateException("the local database is not open"));
    }

    /** Opens it, unless rows cannot be exchanged with it as it is. */
    void open() {
        close();
        misfit = Replica.misfit(database);
        if (misfit.isEmpty()) {
            open = Replica.open(database, tables, newId);
        }
    }

    /** Makes the database anew, and opens it. */
    Merged rebuild(Rebuild rebuild, Incoming.Source source) {
        close();
        Merged merged = Replica.rebuild(database, tables, rebuild, source);
        open();
        return merged;
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
