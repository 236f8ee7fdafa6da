package dev.schemareset.turso.replica;

import dev.schemareset.model.Name;
import dev.schemareset.plan.ChangeLog;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Difference;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.SyncState;
import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.replication.Row;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.shape.Shape.Change;
import dev.schemareset.turso.shape.Shape.Cursor;
import dev.schemareset.turso.shape.Shape.Parcel;
import dev.schemareset.turso.shape.Shape.Push;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
    private final Connection connection;
    private final Meta meta;
    private final Outbox outbox;
    private long checkedSchema = -1;

    private Replica(LocalDatabase database, List<Table> tables, Connection connection) {
        this.database = database;
        this.tables = tables;
        this.connection = connection;
        this.meta = new Meta(connection);
        this.outbox = new Outbox(connection, tables);
    }

    /**
     * Where a replica stands.
     *
     * @param epoch names the reset that made the database
     * @param id names the instance
     * @param last its last push that is known to be committed
     * @param cursor how far it has come in the log of the remote database
     * @param pending the push that was sent last, until it is known what came of it
     * @param lastExchange when both sides were last in step
     * @param registered how far it had come when the remote database was last told; {@link #NEVER} when it was not
     * @param awaitsReset whether the remote database is yet to be reset
     */
    public record State(
            String epoch,
            String id,
            Push last,
            Cursor cursor,
            Optional<Pending> pending,
            Optional<Instant> lastExchange,
            long registered,
            boolean awaitsReset) {

        /** Less than any number of an entry. */
        public static final long NEVER = -1;
    }

    /**
     * A push whose outcome is not known. It is sent again until it is, never another one of the same number.
     *
     * @param push which one it is
     * @param seq the number of the last entry of the local log that it covers
     */
    public record Pending(Push push, long seq) {}

    /** Takes the rows of the other side. */
    public interface Incoming {

        /**
         * Makes room for a table, of which no row may come.
         *
         * @throws SQLException when SQLite fails
         */
        void begin(Table table) throws SQLException;

        /**
         * Takes rows. A later version of a row takes the place of an earlier one.
         *
         * @throws SQLException when SQLite fails
         */
        void add(List<Change> changes) throws SQLException;
    }

    /** Gives the rows of the other side. */
    @FunctionalInterface
    public interface Source {

        /**
         * Fetches the rows.
         *
         * @param incoming takes them
         * @return the place in the log of the remote database at which they are as they came
         * @throws SQLException when they cannot be taken
         */
        Cursor fetch(Incoming incoming) throws SQLException;
    }

    /**
     * What a merge did.
     *
     * @param rows how many rows were written or deleted
     * @param conflicts how many conflicts there were
     * @param notes what a person should know beside that
     */
    public record Merged(long rows, long conflicts, List<String> notes) {

        /** Copies the list. */
        public Merged {
            notes = List.copyOf(notes);
        }
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
        Replica replica = new Replica(database, tables, database.connect());
        try {
            // So that SQLite tells what a REPLACE removes.
            replica.execute("PRAGMA recursive_triggers = ON");
            replica.inTransaction(() -> {
                replica.requireSchema();
                if (replica.meta.state().isEmpty()) {
                    replica.meta.put("id", newId.get());
                }
                return replica;
            });
            return replica;
        } catch (SQLException e) {
            replica.close();
            throw ReplicaErrors.failed(database, e);
        } catch (RuntimeException e) {
            replica.close();
            throw e;
        }
    }

    /**
     * Makes a database anew from the other side, in one transaction. What was changed in it and never sent is kept as conflicts.
     *
     * @param database the database
     * @param tables the tables that it will have
     * @param rebuild what it becomes, and why
     * @param source gives the rows
     * @return what a person should know, a sentence each
     * @throws dev.schemareset.error.SchemaResetException when it cannot be done, or rows would be given up without consent
     */
    public static Merged rebuild(LocalDatabase database, List<Table> tables, Rebuild rebuild, Source source) {
        RebuiltContent content = new RebuiltContent(database, tables, rebuild, source);
        List<String> notes = database.rebuild(
                new SyncState(rebuild.epoch(), Optional.of(rebuild.remote()), Optional.empty()), content);
        return content.merged(notes);
    }

    /**
     * What a database becomes that is made anew.
     *
     * @param epoch names the reset that made the remote database
     * @param remote the remote database as a person knows it
     * @param id names the instance from now on
     * @param why why it is made anew, in a clause
     * @param everyRow whether rows that were sent and are not there any more are kept as conflicts, too
     * @param consent whether somebody said that rows may be given up for conflicts
     * @param now the time
     */
    public record Rebuild(
            String epoch, String remote, String id, String why, boolean everyRow, boolean consent, Instant now) {}

    /** Whether the database still is the one that was opened, and was not reset since. */
    public boolean isCurrent() {
        return read(meta::state).isPresent();
    }

    /** Where it stands. */
    public State state() {
        return read(() -> meta.state().orElseThrow(() -> ReplicaErrors.wasReset(database)));
    }

    /** How many rows were changed here and are not known to be there. */
    public long dirtyRows() {
        return read(outbox::rows);
    }

    /** Forgets all but the last change of each row, when there may be many. A push that may have arrived must be found again as it was. */
    public void compact() {
        write(() -> {
            if (meta.state().flatMap(State::pending).isEmpty()) {
                outbox.compact(MOST_ROWS);
            }
            return this;
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
            requireSchema();
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
        write(() -> {
            Pending pending = meta.state()
                    .flatMap(State::pending)
                    .filter(found -> found.push().equals(push))
                    .orElseThrow(() -> ReplicaErrors.wasReset(database));
            outbox.remove(pending.seq());
            meta.put(push);
            meta.removePending();
            if (end.isPresent()) {
                meta.put(end.get());
                meta.put("exchanged_at", now);
            }
            return this;
        });
    }

    /** Gives the instance another name: what was sent under the old one, somebody else has sent. */
    public void rename(String id) {
        write(() -> {
            meta.put("id", id);
            meta.put(Push.NONE);
            meta.put("registered", State.NEVER);
            meta.removePending();
            return this;
        });
    }

    /** Notes how far the remote database knows that this instance has come. */
    public void registered(Cursor cursor) {
        write(() -> {
            meta.put("registered", cursor.seq());
            return this;
        });
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
    public Merged merge(Source source, boolean whole, ConflictPolicy policy, Instant now) {
        State before = state();
        try (Staging staging = Staging.attach(connection)) {
            if (whole) {
                for (Table table : tables) {
                    staging.begin(table);
                }
            }
            Cursor end = source.fetch(staging);
            return inTransaction(() -> {
                requireSchema();
                State state = meta.state()
                        .filter(found -> found.epoch().equals(before.epoch())
                                && found.cursor().equals(before.cursor()))
                        .orElseThrow(() -> ReplicaErrors.wasReset(database));
                Merge merge = new Merge(connection, staging, policy, now);
                if (!staging.isEmpty()) {
                    execute("INSERT INTO main." + ChangeLog.CONTEXT.quoted() + " (id) VALUES (1)");
                    if (whole) {
                        merge.addMissing();
                    }
                    merge.run();
                    execute("DELETE FROM main." + ChangeLog.CONTEXT.quoted());
                }
                if (!end.equals(state.cursor())) {
                    meta.put(end);
                    // Its guard asks for a log that ends where it did, so that it cannot arrive any more; and
                    // the numbers of the entries that were removed here may be used again.
                    meta.removePending();
                }
                meta.put("exchanged_at", now);
                return new Merged(merge.rows(), merge.conflicts(), new ForeignKeys(connection, tables).broken(staging));
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
        return read(() -> new ConflictStore(connection, "main").all());
    }

    /** How many conflicts are not resolved. */
    public long conflictCount() {
        return read(() -> new ConflictStore(connection, "main").count());
    }

    /**
     * Lets a version of a conflict stand, and forgets the conflict.
     *
     * @param id names the conflict
     * @param chosen the version
     */
    public void resolve(long id, Side chosen) {
        write(() -> {
            new Resolution(connection, database, tables).resolve(id, chosen);
            return this;
        });
    }

    /**
     * Compares the rows of a table with those of the other side, in the order of their key and in one sight.
     *
     * @param <T> what comes of it
     * @param work reads them
     * @return what came of it
     */
    public <T> T reading(RowReading<T> work) {
        return read(() -> work.with(new LocalRows(connection)));
    }

    /**
     * Something that reads rows.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface RowReading<T> {

        /**
         * Reads rows.
         *
         * @throws SQLException when they cannot be read
         */
        T with(Rows rows) throws SQLException;
    }

    /** Rows of the local database, in one sight. */
    public interface Rows {

        /**
         * Rows in the order of their key.
         *
         * @param after the key after which they come; empty for the first
         * @param limit the most rows; none are returned only at the end
         * @throws SQLException when they cannot be read
         */
        List<Change> page(Table table, Optional<List<Value>> after, int limit) throws SQLException;

        /**
         * Whether a row was changed and is yet to be sent.
         *
         * @throws SQLException when the log cannot be read
         */
        boolean isDirty(Change row) throws SQLException;

        /**
         * Which of two keys comes first, as SQLite compares them.
         *
         * @return less than zero, zero or more
         * @throws SQLException when they cannot be compared
         */
        int compare(Table table, List<Value> one, List<Value> other) throws SQLException;
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
            connection.close();
        } catch (SQLException e) {
            throw ReplicaErrors.failed(database, e);
        }
    }

    /** What is not noted is lost, and what is not known cannot be exchanged. Looked at again only when the schema has changed. */
    private void requireSchema() throws SQLException {
        long version = number("PRAGMA main.schema_version");
        if (version == checkedSchema) {
            return;
        }
        Inventory found = database.schema(connection);
        Inventory expected = database.expected();
        if (!found.fingerprint().equals(expected.fingerprint())) {
            throw ReplicaErrors.otherSchema(
                    database,
                    found.differencesFrom(expected).stream()
                            .map(Difference::headline)
                            .toList());
        }
        Map<Name, String> triggers = found.ofKind(Kind.BOOKKEEPING_TRIGGER).stream()
                .collect(Collectors.toMap(DatabaseObject::name, DatabaseObject::sql));
        for (DatabaseObject trigger : database.changeLogTriggers()) {
            if (!trigger.sql().equals(triggers.get(trigger.name()))) {
                throw ReplicaErrors.noLog(database, trigger.name().toString());
            }
        }
        checkedSchema = version;
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T write(Work<T> work) {
        try {
            return inTransaction(work);
        } catch (SQLException e) {
            throw ReplicaErrors.failed(database, e);
        }
    }

    private <T> T read(Work<T> work) {
        try {
            execute("BEGIN");
            try {
                return work.run();
            } finally {
                execute("ROLLBACK");
            }
        } catch (SQLException e) {
            throw ReplicaErrors.failed(database, e);
        }
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        execute("BEGIN IMMEDIATE");
        try {
            T result = work.run();
            execute("COMMIT");
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            try {
                execute("ROLLBACK");
            } catch (SQLException rollback) {
                // SQLite may have rolled back by itself, e.g. when the disk is full.
                e.addSuppressed(rollback);
            }
            throw e;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
