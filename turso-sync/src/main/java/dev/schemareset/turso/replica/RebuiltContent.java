package dev.schemareset.turso.replica;

import static java.util.Objects.requireNonNull;

import dev.schemareset.plan.Inventory;
import dev.schemareset.spi.Content;
import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.turso.replica.Rebuild.Cause;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.shape.Shape.Cursor;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills a database that is made anew with the rows of the other side, and saves what was never sent. */
final class RebuiltContent implements Content {

    private final LocalDatabase database;
    private final List<Table> tables;
    private final Rebuild rebuild;
    private final Incoming.Source source;
    private @Nullable Staging staging;
    private Cursor cursor = Cursor.BEGINNING;
    private Merged merged = new Merged(0, 0, List.of());
    private long saved;

    RebuiltContent(LocalDatabase database, List<Table> tables, Rebuild rebuild, Incoming.Source source) {
        this.database = database;
        this.tables = tables;
        this.rebuild = rebuild;
        this.source = source;
    }

    /** What was done, once it is committed. */
    Merged merged(List<String> notes) {
        return new Merged(
                merged.rows(),
                saved + merged.conflicts(),
                Stream.concat(merged.notes().stream(), notes.stream()).toList());
    }

    @Override
    public void stage(Connection connection) throws SQLException {
        Staging fetched = Staging.attach(new Session(connection));
        for (Table table : tables) {
            fetched.begin(table);
        }
        cursor = source.fetch(fetched);
        staging = fetched;
    }

    @Override
    public void save(Connection connection, Inventory found) throws SQLException {
        if (rebuild.cause() == Cause.NEW && found.mayHoldRows()) {
            throw ReplicaErrors.notEmpty(database, found);
        }
        Session session = new Session(connection);
        LostRows lost = new LostRows(session, tables, rebuild.now());
        lost.begin(found);
        lost.addUnsent(found);
        if (rebuild.cause() == Cause.BROUGHT_BACK) {
            lost.addDifferent();
        } else if (new Meta(session).isBroughtBack()) {
            lost.addBroughtBack(found);
        }
        saved = lost.count();
        if (!rebuild.consent()) {
            requireNothingToGiveUp(found);
        }
    }

    private void requireNothingToGiveUp(Inventory found) {
        if (saved > 0) {
            throw ReplicaErrors.rowsWouldGo(database, rebuild, saved);
        }
        // What no reset has made, no log tells of.
        if (found.stamp()
                .filter(stamp -> !stamp.fingerprint().equals(found.fingerprint()))
                .isPresent()) {
            throw ReplicaErrors.altered(database, rebuild);
        }
        // Nor of what was changed while a trigger was missing; in a schema of other models there are others.
        if (found.fingerprint().equals(database.expected().fingerprint())) {
            SchemaCheck.missingTrigger(database, found).ifPresent(trigger -> {
                throw ReplicaErrors.unnoted(database, rebuild, trigger);
            });
        }
    }

    @Override
    public void fill(Connection connection) throws SQLException {
        Session session = new Session(connection);
        Merge merge = new Merge(session, requireNonNull(staging), ConflictPolicy.REMOTE_WINS, rebuild.now());
        // Before other conflicts are found, which go on from their numbers.
        LostRows.move(session);
        merge.run();
        Meta meta = new Meta(session);
        meta.putId(rebuild.id());
        meta.put(cursor);
        meta.putExchange(rebuild.now());
        merged = new Merged(merge.rows(), merge.conflicts(), new ForeignKeys(session, tables).broken(staging));
    }
}
