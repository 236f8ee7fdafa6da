package dev.schemareset.run;

import dev.schemareset.backup.Attachment;
import dev.schemareset.backup.BackupPolicy;
import dev.schemareset.backup.BackupReader;
import dev.schemareset.backup.BackupStore;
import dev.schemareset.backup.BackupTaker;
import dev.schemareset.backup.EmptyFile;
import dev.schemareset.connection.Action;
import dev.schemareset.connection.ConnectionSource;
import dev.schemareset.connection.EnvironmentFile;
import dev.schemareset.connection.FileSource;
import dev.schemareset.connection.JdbcUrl;
import dev.schemareset.connection.JdbiSource;
import dev.schemareset.connection.Library;
import dev.schemareset.connection.MainFile;
import dev.schemareset.connection.Pragmas;
import dev.schemareset.connection.SqliteErrors;
import dev.schemareset.connection.Transactions;
import dev.schemareset.connection.WriteTransaction;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.inspect.InventoryReader;
import dev.schemareset.jdbi.SchemaResetPlugin;
import dev.schemareset.plan.Backup;
import dev.schemareset.plan.BackupContent;
import dev.schemareset.plan.Execution;
import dev.schemareset.plan.Inspection;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.NoBackup;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Stamp;
import dev.schemareset.plan.Statement;
import dev.schemareset.plan.SyncState;
import dev.schemareset.spi.Content;
import dev.schemareset.spi.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** One SQLite database: reads what is in it, and resets it. Opens it for each piece of work, and closes it after. */
public final class SqliteDatabase {

    private static final Content NO_CONTENT = new NoContent();

    private final ConnectionSource source;

    private SqliteDatabase(ConnectionSource source) {
        this.source = source;
    }

    /**
     * The database in a file. The file is looked at when the database is used.
     *
     * @param file the file, which need not exist
     * @return the database
     */
    public static SqliteDatabase at(Path file) {
        Library.requireSupported();
        return new SqliteDatabase(new FileSource(file, new Properties()));
    }

    /**
     * The database behind a JDBC URL of a file, or of a database in memory that connections share.
     *
     * @param url the URL, with parameters that sqlite-jdbc or SQLite knows
     * @return the database
     */
    public static SqliteDatabase at(String url) {
        Library.requireSupported();
        return new SqliteDatabase(JdbcUrl.source(url, ""));
    }

    /**
     * The database that an environment variable names.
     *
     * @param variable the variable, which messages about the database name
     * @param value its value: a path, or the JDBC URL of a file
     * @return the database
     */
    public static SqliteDatabase ofVariable(String variable, String value) {
        Library.requireSupported();
        return new SqliteDatabase(EnvironmentFile.source(variable, value));
    }

    /**
     * The database of an application's own {@code Jdbi}.
     *
     * @param jdbi opens connections to SQLite
     * @return the database
     */
    public static SqliteDatabase of(Jdbi jdbi) {
        Library.requireSupported();
        return new SqliteDatabase(new JdbiSource(jdbi));
    }

    /**
     * Reads what is in the database, in one read transaction. Creates and changes nothing.
     *
     * @return the inventory with row counts; empty when there is no database
     */
    public Inventory inventory() {
        return source.read(connection -> inSnapshot(connection, InventoryReader::read))
                .orElse(Inventory.EMPTY);
    }

    /**
     * Reads what is in the database and how it is kept, in one read transaction. Creates and changes nothing.
     *
     * @return what was found
     */
    public Inspection inspect() {
        return source.read(connection -> inSnapshot(connection, this::inspect))
                .orElse(new Inspection(source.name(), false, 0, "", "", Inventory.EMPTY, List.of()));
    }

    /**
     * Reads the schema alone, without counting a row. Creates and changes nothing.
     *
     * @return the inventory; empty when there is no database
     */
    public Optional<Inventory> schema() {
        return source.read(connection -> inSnapshot(connection, InventoryReader::readSchema));
    }

    /**
     * Reads the schema alone, without counting a row, from a connection that may be inside a transaction.
     *
     * @param connection a connection to the database
     * @return the inventory
     */
    public Inventory schema(Connection connection) {
        try {
            return InventoryReader.readSchema(connection);
        } catch (SQLException e) {
            throw SqliteErrors.failed(Action.READ, source.description(), e);
        }
    }

    /**
     * The file of the database.
     *
     * @return the file, behind all symbolic links, whether or not it exists; empty for a database in memory
     */
    public Optional<Path> file() {
        return source.file();
    }

    /**
     * Opens a connection that does not enforce foreign keys. The database must exist.
     *
     * @return a new connection, for the caller to close
     */
    public Connection connect() {
        return source.connect();
    }

    /**
     * Reads what the database knows of the one it is synced with. Creates and changes nothing.
     *
     * @return the state; empty when there is none, or no database
     */
    public Optional<SyncState> syncState() {
        return source.read(connection -> inSnapshot(connection, InventoryReader::readSync))
                .flatMap(state -> state);
    }

    /**
     * Resets the database in one transaction.
     *
     * @param planner plans the reset, from what is found once the write lock is held; throws when it must not be
     * @param backups whether a backup is taken
     * @param now the time in its name
     * @return the plan that ran, and the time it took
     */
    public Execution reset(Function<Inventory, Plan> planner, BackupPolicy backups, Instant now) {
        return reset(planner, NO_CONTENT, backups, now);
    }

    /**
     * Resets the database in one transaction, and fills it.
     *
     * @param planner plans the reset, from what is found once the write lock is held; throws when it must not be
     * @param content what is written into the new tables
     * @param backups whether a backup is taken
     * @param now the time in its name
     * @return the plan that ran, and the time it took
     */
    public Execution reset(Function<Inventory, Plan> planner, Content content, BackupPolicy backups, Instant now) {
        return source.write(Action.RESET, connection -> {
            content.stage(connection);
            BackupTaker taker = taker(connection, backups, now);
            Execution execution = new PlanRunner(transaction(Action.RESET, connection), taker, content).run(planner);
            Stopwatch stopwatch = new Stopwatch();
            List<String> notes = Stream.of(
                            taker.name(execution.backup()),
                            taker.prune(execution.backup()),
                            FreePages.giveBack(connection))
                    .flatMap(Optional::stream)
                    .toList();
            stopwatch.lap("tidy up");
            return execution.then(stopwatch.steps(), notes);
        });
    }

    /**
     * Brings back what is in a backup, in one transaction.
     *
     * @param backup the backup
     * @param planner plans it, from what is found once the write lock is held; throws when it must not be
     * @param backups whether a backup is taken of what it replaces
     * @param now the time in its name
     * @return the plan that ran, and the time it took
     */
    public Execution undo(
            Backup backup, BiFunction<Inventory, BackupContent, Plan> planner, BackupPolicy backups, Instant now) {
        BackupContent content = BackupReader.read(backup);
        return source.write(Action.RESTORE, connection -> {
            WriteTransaction transaction = transaction(Action.RESTORE, connection);
            BackupTaker taker = taker(connection, backups, now);
            Attachment attachment = Attachment.before(transaction);
            try {
                EmptyFile.format(transaction, content.format());
                Execution execution = new PlanRunner(transaction, taker, NO_CONTENT).run(found -> {
                    BackupReader.requireThere(backup);
                    return planner.apply(found, content);
                });
                Stopwatch stopwatch = new Stopwatch();
                List<String> notes = Stream.of(
                                attachment.end(), taker.name(execution.backup()), FreePages.report(connection))
                        .flatMap(Optional::stream)
                        .toList();
                stopwatch.lap("tidy up");
                return execution.then(stopwatch.steps(), notes);
            } catch (SQLException | RuntimeException | Error e) {
                attachment.end().ifPresent(note -> e.addSuppressed(new SQLException(note)));
                throw e;
            }
        });
    }

    /**
     * Tells why no backup of what the database holds would be taken.
     *
     * @param backups whether a backup is wanted
     * @param found what it holds
     * @return the reason; empty when one would be taken
     */
    public Optional<NoBackup> noBackup(BackupPolicy backups, Inventory found) {
        return BackupTaker.none(backups, source.file(), found);
    }

    /**
     * Finds the backups.
     *
     * @param backups where they are
     * @return the newest first; empty when there is none, or none is ever taken
     */
    public List<Backup> backups(BackupPolicy backups) {
        try {
            Optional<BackupStore> store = BackupStore.of(backups, source.file());
            return store.isPresent() ? store.get().newestFirst(this::stamp) : List.of();
        } catch (IOException e) {
            throw new UnusableDatabaseException(
                    "Cannot look for backups of the database " + source.description() + ": " + e + ".",
                    "nothing was changed.",
                    "check the directory of the backups and its permissions.",
                    e);
        }
    }

    private Optional<Stamp> stamp() {
        return source.read(connection -> inSnapshot(connection, InventoryReader::readStamp))
                .flatMap(stamp -> stamp);
    }

    /**
     * Changes the bookkeeping of the database, in one transaction.
     *
     * @param action what it is done for, for messages
     * @param change the statements, from the schema that is found once the write lock is held
     */
    public void change(Action action, Function<Inventory, List<Statement>> change) {
        source.write(action, connection -> {
            WriteTransaction transaction = transaction(action, connection);
            transaction.requireNone();
            transaction.begin();
            return Ending.onFailure(
                    () -> {
                        change.apply(InventoryReader.readSchema(connection)).forEach(transaction::execute);
                        transaction.commit();
                        return action;
                    },
                    () -> Pragmas.execute(connection, "ROLLBACK"));
        });
    }

    private WriteTransaction transaction(Action action, Connection connection) {
        return new WriteTransaction(action, source.description(), connection);
    }

    private BackupTaker taker(Connection connection, BackupPolicy backups, Instant now) throws SQLException {
        return new BackupTaker(source, backups, MainFile.of(connection), now);
    }

    /**
     * A {@code Jdbi} on the database that binds and reads models and their types.
     *
     * @return the {@code Jdbi}; the application's own one where the database was given by one
     */
    public Jdbi jdbi() {
        return source.jdbi().installPlugin(new SchemaResetPlugin());
    }

    /**
     * What a person should know of the connections to the database.
     *
     * @return a sentence each
     */
    public List<String> notes() {
        return source.notes();
    }

    /**
     * The database as a person knows it.
     *
     * @return the absolute path of its file, or a description
     */
    public String name() {
        return source.name();
    }

    /**
     * The database in messages.
     *
     * @return {@link #name()}, and where it comes from
     */
    @Override
    public String toString() {
        return source.description();
    }

    private Inspection inspect(Connection connection) throws SQLException {
        return new Inspection(
                source.name(),
                true,
                Pragmas.number(connection, "PRAGMA page_count") * Pragmas.number(connection, "PRAGMA page_size"),
                Pragmas.text(connection, "SELECT sqlite_version()"),
                Pragmas.text(connection, "PRAGMA journal_mode"),
                InventoryReader.read(connection),
                source.notes());
    }

    /** A connection inside a transaction of its owner has its snapshot already. */
    private static <T> T inSnapshot(Connection connection, ConnectionSource.Work<T> work) throws SQLException {
        if (!Transactions.begin(connection, "BEGIN")) {
            return work.on(connection);
        }
        return Ending.always(() -> work.on(connection), () -> Pragmas.execute(connection, "ROLLBACK"));
    }
}
