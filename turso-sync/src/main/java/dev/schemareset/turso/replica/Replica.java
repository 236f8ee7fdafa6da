package dev.schemareset.turso.replica;

import dev.schemareset.error.SyncException;
import dev.schemareset.model.Name;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.SyncState;
import dev.schemareset.spi.Ending;
import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.replica.Session.Task;
import dev.schemareset.turso.replica.Session.Work;
import dev.schemareset.turso.replica.State.Pending;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.replication.Row;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.shape.Shape.Cursor;
import dev.schemareset.turso.shape.Shape.Parcel;
import dev.schemareset.turso.shape.Shape.Push;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The local side of an exchange: what was changed here, and what comes from the other side. Whatever must be known for the next exchange
 * is written in the same transaction as the rows it is about, so that a kill at any instant leaves both or neither.
 *
 * <p>For one thread at a time.
 */
public final class Replica implements AutoCloseable {

    /** The most rows that are sent at once. */
    private static final int MOST_ROWS = 1_000;

    /** The most bytes, more or less, that are sent at once. */
    private static final long MOST_BYTES = 1_000_000;

    private final LocalDatabase database;
    private final List<Table> tables;
    private final FileIdentity file;
    private final Session session;
    private final SchemaCheck schema;
    private final Meta meta;
    private final Outbox outbox;

    private Replica(LocalDatabase database, List<Table> tables) {
        this.database = database;
        this.tables = tables;
        this.file = new FileIdentity(database);
        this.session = new Session(database.connect());
        this.schema = new SchemaCheck(database, session);
        this.meta = new Meta(session);
        this.outbox = new Outbox(session, tables);
    }

    /**
     * Requires the file of a database to be there.
     *
     * @param database the database
     * @throws dev.schemareset.error.UnusableDatabaseException when its file is gone
     */
    public static void requireFile(LocalDatabase database) {
        FileIdentity.key(database);
    }

    /**
     * Reads the tables that the models ask for.
     *
     * @param expected the schema of the models
     * @return the tables
     */
    public static List<Table> tables(Inventory expected) {
        return TableReader.expected(expected);
    }

    /**
     * Opens a database.
     *
     * @param database the database, which was reset together with a remote one
     * @param tables its tables
     * @param newId names the instance, should it have no name yet
     * @return its replica
     * @throws dev.schemareset.error.SchemaResetException when it cannot be opened, or does not note all changes
     */
    public static Replica open(LocalDatabase database, List<Table> tables, Supplier<String> newId) {
        Replica replica = new Replica(database, tables);
        return Ending.onFailure(() -> replica.ready(newId), replica::close);
    }

    private Replica ready(Supplier<String> newId) {
        try {
            // So that SQLite tells what a REPLACE removes.
            session.execute("PRAGMA recursive_triggers = ON");
            boolean isNamed = session.reading(() -> {
                schema.require();
                return meta.state().isPresent();
            });
            if (!isNamed) {
                session.perform(() -> meta.putIdIfNone(newId.get()));
            }
            return this;
        } catch (SQLException e) {
            throw ReplicaErrors.failed(database, e);
        }
    }

    /**
     * Looks whether a database can be opened with the models as they are.
     *
     * @param database the database
     * @return what differs, when its tables are those of other models or not all their changes are noted; else empty
     */
    public static Optional<SyncException> misfit(LocalDatabase database) {
        try (Session session = new Session(database.connect())) {
            return session.reading(new SchemaCheck(database, session)::misfit);
        } catch (SQLException e) {
            throw ReplicaErrors.failed(database, e);
        }
    }

    /**
     * Makes a database anew from the other side, in one transaction. What was changed in it and never sent is kept as conflicts.
     *
     * @param database the database
     * @param tables the tables that it will have
     * @param rebuild what it becomes, and why
     * @param source gives the rows
     * @return what was done
     * @throws dev.schemareset.error.SchemaResetException when it cannot be done, or rows would be given up without consent
     */
    public static Merged rebuild(LocalDatabase database, List<Table> tables, Rebuild rebuild, Incoming.Source source) {
        RebuiltContent content = new RebuiltContent(database, tables, rebuild, source);
        List<String> notes = database.rebuild(
                new SyncState(rebuild.epoch(), Optional.of(rebuild.remote()), Optional.empty()), content);
        return content.merged(notes);
    }

    /**
     * Whether the database still is the one that was opened, and was not reset since.
     *
     * @throws dev.schemareset.error.UnusableDatabaseException when its file is gone
     */
    public boolean isCurrent() {
        return file.isSame() && read(() -> meta.isThere() && meta.state().isPresent());
    }

    /** Where it stands. */
    public State state() {
        return read(() -> meta.state().orElseThrow(() -> ReplicaErrors.wasReset(database)));
    }

    /** Whether nothing was written here since all was sent. */
    public boolean isClean() {
        return read(outbox::isEmpty);
    }

    /** How many rows were changed here and are not known to be there. */
    public long dirtyRows() {
        return read(outbox::rows);
    }

    /** Forgets what need not be sent: all but the last change of each row. A push that may have arrived must be found again as it was. */
    public void compact() {
        perform(() -> {
            if (meta.state().flatMap(State::pending).isEmpty()) {
                outbox.compact(MOST_ROWS);
            }
        });
    }

    /**
     * Decides what is sent next, and remembers it.
     *
     * @param newToken gives a random number
     * @return the changes; empty when there are none
     */
    public Optional<Parcel> prepare(LongSupplier newToken) {
        return write(() -> {
            schema.require();
            State state = meta.state().orElseThrow(() -> ReplicaErrors.wasReset(database));
            Optional<Pending> pending = state.pending();
            Outbox.Beginning beginning =
                    pending.isPresent() ? outbox.upTo(pending.get().seq()) : outbox.beginning(MOST_ROWS, MOST_BYTES);
            if (beginning.changes().isEmpty()) {
                return Optional.empty();
            }
            Push push = pending.map(Pending::push)
                    .orElseGet(() -> new Push(state.last().number() + 1, newToken.getAsLong()));
            if (pending.isEmpty()) {
                meta.put(new Pending(push, beginning.seq()));
            }
            return Optional.of(new Parcel(push, beginning.changes(), beginning.more()));
        });
    }

    /**
     * Notes that a push is committed.
     *
     * @param push which one
     * @param end the end of the log of the remote database after it; empty where that is not known
     * @param now the time
     */
    public void acknowledge(Push push, Optional<Cursor> end, Instant now) {
        perform(() -> {
            Pending pending = meta.state()
                    .flatMap(State::pending)
                    .filter(found -> found.push().equals(push))
                    .orElseThrow(() -> ReplicaErrors.wasReset(database));
            outbox.remove(pending.seq());
            meta.put(push);
            meta.removePending();
            if (end.isPresent()) {
                meta.put(end.get());
                meta.putExchange(now);
            }
        });
    }

    /** Gives the instance another name: what was sent under the old one, somebody else has sent. */
    public void rename(String id) {
        perform(() -> {
            meta.putId(id);
            meta.put(Push.NONE);
            meta.putRegistered(State.NEVER);
            meta.removePending();
        });
    }

    /** Notes that the log of the remote database may not tell of all changes, until all rows are fetched. */
    public void missChanges() {
        perform(meta::putMissesChanges);
    }

    /** Notes how far the remote database knows that this instance has come. */
    public void registered(Cursor cursor) {
        perform(() -> meta.putRegistered(cursor.seq()));
    }

    /**
     * Fetches rows, and writes them in one transaction.
     *
     * @param source gives them
     * @param whole whether it gives all rows of all tables, so that others are gone there
     * @param policy decides between two versions
     * @param now the time
     * @return what was done
     */
    public Merged merge(Incoming.Source source, boolean whole, ConflictPolicy policy, Instant now) {
        State before = state();
        try (Staging staging = Staging.attach(session)) {
            if (whole) {
                for (Table table : tables) {
                    staging.begin(table);
                }
            }
            Cursor end = source.fetch(staging);
            return session.writing(() -> {
                schema.require();
                State state = meta.state()
                        .filter(found -> found.epoch().equals(before.epoch())
                                && found.cursor().equals(before.cursor()))
                        .orElseThrow(() -> ReplicaErrors.wasReset(database));
                Merge merge = new Merge(session, staging, policy, now);
                if (!staging.isEmpty()) {
                    outbox.dropIdle();
                    if (whole) {
                        merge.addMissing();
                    }
                    merge.run();
                }
                if (whole) {
                    meta.removeMissesChanges();
                }
                if (whole || !end.equals(state.cursor())) {
                    meta.put(end);
                    // Its guard asks for a log that ends where it did: it cannot arrive any more, or seems to be
                    // that of a copy. And the numbers of the entries that were removed here may be used again.
                    meta.removePending();
                }
                meta.putExchange(now);
                return new Merged(merge.rows(), merge.conflicts(), new ForeignKeys(session, tables).broken(staging));
            });
        } catch (SQLException e) {
            throw ReplicaErrors.failed(database, e);
        }
    }

    /** The first rows that would be sent. */
    public Parcel outgoing(int most) {
        return read(() -> {
            Outbox.Beginning beginning = outbox.beginning(most, Long.MAX_VALUE);
            return new Parcel(Push.NONE, beginning.changes(), beginning.more());
        });
    }

    /** The conflicts that are not resolved. */
    public List<Conflict> conflicts() {
        return read(() -> new ConflictStore(session, "main").all());
    }

    /** How many conflicts are not resolved. */
    public long conflictCount() {
        return read(() -> new ConflictStore(session, "main").count());
    }

    /**
     * Lets a version of a conflict stand, and forgets the conflict.
     *
     * @param id names the conflict
     * @param chosen the version
     */
    public void resolve(long id, Side chosen) {
        perform(() -> new Resolution(session, database, tables).resolve(id, chosen));
    }

    /**
     * Reads rows in one sight.
     *
     * @param <T> what comes of it
     * @param work reads them
     * @return what came of it
     */
    public <T> T reading(Rows.Reading<T> work) {
        return read(() -> work.with(new LocalRows(session)));
    }

    /** A row as an application sees it. */
    public static Row row(Table table, List<Value> values) {
        return Cells.row(table.columns().stream().map(Name::value).toList(), values);
    }

    /** A key as an application sees it. */
    public static Row key(Table table, List<Value> values) {
        return Cells.row(table.keyColumns().stream().map(Name::value).toList(), values);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (SQLException e) {
            throw ReplicaErrors.failed(database, e);
        }
    }

    private <T> T read(Work<T> work) {
        try {
            return session.reading(work);
        } catch (SQLException e) {
            throw ReplicaErrors.failed(database, e);
        }
    }

    private void perform(Task task) {
        try {
            session.perform(task);
        } catch (SQLException e) {
            throw ReplicaErrors.failed(database, e);
        }
    }

    private <T> T write(Work<T> work) {
        try {
            return session.writing(work);
        } catch (SQLException e) {
            throw ReplicaErrors.failed(database, e);
        }
    }
}
