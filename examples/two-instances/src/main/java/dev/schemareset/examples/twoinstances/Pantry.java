package dev.schemareset.examples.twoinstances;

import dev.schemareset.SchemaReset;
import dev.schemareset.SyncReport;
import dev.schemareset.examples.twoinstances.model.Item;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The application: it reads and writes its own file, whether or not it is connected to the others. */
final class Pantry {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final TursoSync turso = TursoSync.fromEnvironment();
    private final SchemaReset reset;
    private final Jdbi jdbi;

    Pantry(Path file) {
        reset = reset(file);
        jdbi = reset.jdbi();
    }

    static SchemaReset reset(Path file) {
        return SchemaReset.forModels(Item.class).database(file);
    }

    /** Exchanges rows from now on. A file that is not there is made from the database on Turso. */
    TursoReplication connect(Runnable onRowsFromOthers) {
        TursoReplication replication = turso.replicate(reset);
        replication.sync();
        replication.syncAutomatically(
                INTERVAL,
                report -> tell(report, onRowsFromOthers),
                failure -> System.err.println(failure.getMessage()));
        return replication;
    }

    private static void tell(SyncReport report, Runnable onRowsFromOthers) {
        if (report.exchange().pulled() > 0) {
            onRowsFromOthers.run();
        }
    }

    void put(int quantity, String name) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO items (id, name, quantity) VALUES (:id, :name, :quantity)
                        ON CONFLICT (name) DO UPDATE SET quantity = excluded.quantity""")
                .bindMethods(new Item(UUID.randomUUID(), name, quantity))
                .execute());
    }

    List<Item> items() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM items ORDER BY name")
                .mapTo(Item.class)
                .list());
    }
}
