package dev.schemareset;

import static java.util.Objects.requireNonNull;

import dev.schemareset.backup.BackupPolicy;
import dev.schemareset.check.CheckedModels;
import dev.schemareset.connection.Action;
import dev.schemareset.ddl.Planner;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.model.Advice;
import dev.schemareset.model.Schema;
import dev.schemareset.plan.Backup;
import dev.schemareset.plan.Execution;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Step;
import dev.schemareset.read.RecordScanner;
import dev.schemareset.reset.Guard;
import dev.schemareset.reset.Guard.Deed;
import dev.schemareset.reset.Prohibition;
import dev.schemareset.reset.RemoteSide;
import dev.schemareset.reset.ReplicatedDatabase;
import dev.schemareset.reset.Sync;
import dev.schemareset.run.MigrationFile;
import dev.schemareset.run.SqliteDatabase;
import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.spi.RemoteDatabase;
import dev.schemareset.spi.SyncTarget;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes a SQLite database from annotated records, and from nothing else.
 *
 * <pre>{@code
 * SchemaReset reset = SchemaReset.forPackage("app.models").database(Path.of("local.db"));
 * Migration migration = reset.generate();             // writes the SQL to a file, changes nothing
 * ResetReport report = reset.apply(Confirm.YES);      // drops everything, creates it again
 * Jdbi jdbi = reset.jdbi();                           // reads and writes the records
 * }</pre>
 *
 * <p>Instances are immutable and safe for use by several threads; every step returns a new one. The models are scanned
 * once, when they are first needed, for an instance and all that is derived from it.
 *
 * <p>Every error is a {@link dev.schemareset.error.SchemaResetException}, unless it says otherwise:
 * {@link dev.schemareset.error.InvalidSchemaException} when the models cannot become a schema,
 * {@link dev.schemareset.error.UnusableDatabaseException} when the database cannot be used,
 * {@link dev.schemareset.error.DatabaseBusyException} when another connection holds a lock on it for longer than five
 * seconds, or what the given URL or Jdbi says instead.
 */
public final class SchemaReset {

    private static final String DATABASE_VARIABLE = "LOCAL_DB_PATH";
    private static final Path DEFAULT_DATABASE = Path.of("local.db");
    private static final Path DEFAULT_MIGRATIONS_DIRECTORY = Path.of("db", "migrations", "sql");

    private final CheckedModels models;
    private final Supplier<SqliteDatabase> database;
    private final Path migrationsDirectory;
    private final Optional<SyncTarget> target;
    private final BackupPolicy backups;
    private final Clock clock;

    private SchemaReset(
            CheckedModels models,
            Supplier<SqliteDatabase> database,
            Path migrationsDirectory,
            Optional<SyncTarget> target,
            BackupPolicy backups,
            Clock clock) {
        this.models = models;
        this.database = database;
        this.migrationsDirectory = migrationsDirectory;
        this.target = target;
        this.backups = backups;
        this.clock = clock;
    }

    /**
     * Takes the models of one package and its sub-packages: the records with
     * {@link dev.schemareset.annotation.Table @Table}. They are found in the files of the class path and the module path. Models that
     * are only in memory, as with {@code java First.java} or JShell, are for {@link #forModels}.
     *
     * @param packageName the name of the package, e.g. {@code app.models}
     * @return a reset of the default database: the file that the environment variable {@code LOCAL_DB_PATH} names, by its path or a
     *     JDBC URL, else {@code local.db} in the working directory
     */
    public static SchemaReset forPackage(String packageName) {
        return forPackages(requireNonNull(packageName, "packageName"));
    }

    /**
     * Takes the models of several packages and their sub-packages.
     *
     * @param packageNames the names of the packages
     * @return a reset of the default database, as with {@link #forPackage}
     */
    public static SchemaReset forPackages(String... packageNames) {
        return withDefaults(RecordScanner.ofPackages(listOf(packageNames, "packageNames")));
    }

    /**
     * Takes the given models, without scanning a package.
     *
     * @param models records with {@link dev.schemareset.annotation.Table @Table}
     * @return a reset of the default database, as with {@link #forPackage}
     */
    public static SchemaReset forModels(Class<?>... models) {
        return withDefaults(RecordScanner.ofClasses(listOf(models, "models")));
    }

    private static <T> List<T> listOf(T[] elements, String parameter) {
        for (T element : requireNonNull(elements, parameter)) {
            requireNonNull(element, parameter);
        }
        return List.of(elements);
    }

    private static SchemaReset withDefaults(RecordScanner scanner) {
        return new SchemaReset(
                new CheckedModels(scanner),
                SchemaReset::defaultDatabase,
                DEFAULT_MIGRATIONS_DIRECTORY,
                Optional.empty(),
                BackupPolicy.BESIDE,
                Clock.systemUTC());
    }

    private static SqliteDatabase defaultDatabase() {
        String value = System.getenv(DATABASE_VARIABLE);
        return value == null || value.isBlank()
                ? SqliteDatabase.at(DEFAULT_DATABASE)
                : SqliteDatabase.ofVariable(DATABASE_VARIABLE, value.strip());
    }

    private SchemaReset with(SqliteDatabase chosen) {
        return new SchemaReset(models, () -> chosen, migrationsDirectory, target, backups, clock);
    }

    /**
     * Chooses the database by its file.
     *
     * @param file the file, which need not exist; its directory must
     * @return a reset of that database
     * @throws UnusableDatabaseException when the path is a URL, begins with {@code ~/}, stands in quotes, or is not one of the default
     *     file system
     */
    public SchemaReset database(Path file) {
        return with(SqliteDatabase.at(requireNonNull(file, "file")));
    }

    /**
     * Chooses the database by its JDBC URL.
     *
     * <p>In a {@code file:} URI, SQLite's own parameters are honoured too
     * (<a href="https://www.sqlite.org/uri.html">SQLite documentation</a>): with {@code mode=ro} the database is only read, with
     * {@code mode=rw} it is not created, and {@code cache} and {@code psow} are for {@link #jdbi()}. A name with
     * {@code mode=memory&cache=shared} is a database in memory, as long as the application holds a connection to it open.
     *
     * @param url a URL of sqlite-jdbc, e.g. {@code jdbc:sqlite:local.db?cache_size=2000}
     * @return a reset of that database
     * @throws UnusableDatabaseException when it is no such URL, or has a parameter that is unknown or that no reset can honour; a
     *     parameter that writes, such as {@code journal_mode}, is for {@link #jdbi()} only
     */
    public SchemaReset database(String url) {
        return with(SqliteDatabase.at(requireNonNull(url, "url")));
    }

    /**
     * Chooses the database that an application's own {@code Jdbi} connects to. This is the way for a database in memory,
     * which lives only as long as its connection. Its connections are borrowed and left as they were.
     *
     * @param jdbi connects to SQLite
     * @return a reset of that database
     */
    public SchemaReset database(Jdbi jdbi) {
        return with(SqliteDatabase.of(requireNonNull(jdbi, "jdbi")));
    }

    /**
     * Chooses where {@link #generate()} writes.
     *
     * @param directory the directory, created when it does not exist; by default {@code db/migrations/sql}
     * @return a reset that writes its migrations into it
     */
    public SchemaReset migrationsDirectory(Path directory) {
        return new SchemaReset(models, database, requireNonNull(directory, "directory"), target, backups, clock);
    }

    /**
     * Chooses the clock that names migration files and backups.
     *
     * @param clock tells the time; by default the system's
     * @return a reset that takes the time from it
     */
    public SchemaReset clock(Clock clock) {
        return new SchemaReset(models, database, migrationsDirectory, target, backups, requireNonNull(clock, "clock"));
    }

    /**
     * Resets another database together with the local one, for example one on Turso that several instances of an application share.
     * Nothing syncs without this.
     *
     * @param target the other database, by its name and what it takes to reach it
     * @return a reset of both
     */
    public SchemaReset syncTo(SyncTarget target) {
        return new SchemaReset(
                models, database, migrationsDirectory, Optional.of(requireNonNull(target, "target")), backups, clock);
    }

    /**
     * Leaves a remote database alone that {@link #syncTo} named.
     *
     * @return a reset of the local database only
     */
    public SchemaReset withoutSync() {
        return new SchemaReset(models, database, migrationsDirectory, Optional.empty(), backups, clock);
    }

    /**
     * Tells which remote database is reset together with the local one.
     *
     * @return what {@link #syncTo} named; empty for a reset of the local database only
     */
    public Optional<SyncTarget> syncTarget() {
        return target;
    }

    /**
     * Takes no backup: rows that a reset or an undo drops are gone for good.
     *
     * @return a reset without backups
     */
    public SchemaReset withoutBackup() {
        return with(BackupPolicy.NONE);
    }

    /**
     * Chooses where backups are kept, and how many. Without this the last one is kept beside the database, and none of a database in
     * memory or in the temporary directory, {@code java.io.tmpdir}. A directory that holds the application, its working directory or
     * the home directory is no temporary one.
     *
     * <p>A backup is two files: {@code <name of the database>.<UTC time>.backup}, a SQLite database, and its checksum with
     * {@code .sha256} at the end, which {@code sha256sum -c} reads. In a directory that is chosen here the name tells apart databases
     * of the same name; those in memory are all called {@code memory}, and need a directory for each.
     *
     * @param directory the directory, created when it does not exist
     * @param keep how many backups of the database stay in it; older ones are removed once a reset is committed
     * @return a reset that keeps its backups in it
     * @throws IllegalArgumentException when {@code keep} is less than one; {@link #withoutBackup()} keeps none
     */
    public SchemaReset backups(Path directory, int keep) {
        requireNonNull(directory, "directory");
        if (keep < 1) {
            throw new IllegalArgumentException(
                    "keep must be at least 1, and is " + keep + "; withoutBackup() keeps none");
        }
        return with(new BackupPolicy(true, Optional.of(directory), keep));
    }

    private SchemaReset with(BackupPolicy chosen) {
        return new SchemaReset(models, database, migrationsDirectory, target, chosen, clock);
    }

    /**
     * Forbids every reset and every undo in this process, whatever the database, until it ends: for the start-up code of what runs
     * in production. The environment variable {@code SCHEMA_RESET_PROHIBITED} does the same when it is not blank.
     *
     * @param reason why, for the error of each attempt; when this is called again, the first reason stays
     */
    public static void prohibit(String reason) {
        Prohibition.set(reason);
    }

    /**
     * Plans a reset. Reads the database and changes nothing; a database that does not exist is not created.
     *
     * <pre>{@code
     * System.out.println(reset.plan()); // drops 2 tables (15 rows), 1 view; creates 3 tables, 1 index; schema 0123456789ab
     * }</pre>
     *
     * @return the plan
     */
    public Plan plan() {
        Schema schema = models.schema();
        SqliteDatabase chosen = database.get();
        Inventory found = chosen.inventory();
        return Planner.plan(found, schema).withNoBackup(chosen.noBackup(backups, found));
    }

    /**
     * Plans a reset and writes it to {@code <UTC timestamp>_schema_reset.sql} in the migrations directory, for review. Reads
     * the database and changes nothing; an existing file is never overwritten. The same models and the same database
     * make the same bytes.
     *
     * <pre>{@code
     * Migration migration = reset.generate();
     * System.out.println(migration.path()); // db/migrations/sql/20261130T131414Z_schema_reset.sql
     * System.out.println(migration.sql());  // what the sqlite3 shell can run
     * }</pre>
     *
     * @return the migration
     * @throws dev.schemareset.error.MigrationNotWrittenException when the file cannot be written
     */
    public Migration generate() {
        Plan plan = plan();
        Path file = MigrationFile.write(migrationsDirectory, clock.instant(), plan.sql());
        return new Migration(file, plan, models.advice());
    }

    /**
     * Drops everything in the database and creates it again from the models, in one transaction: either all of it happens
     * or nothing does. Before it commits, what was made is read back and compared with the plan. Rows that it drops are backed up
     * before, as {@link #backups} says.
     *
     * <pre>{@code
     * ResetReport report = reset.apply(Confirm.YES);
     * System.out.println(report);                                              // what was dropped, what was created
     * report.undo().ifPresent(undo -> undo.restore(Confirm.YES));              // restores all of it
     * }</pre>
     *
     * <p>With {@link #syncTo}, the remote database is inspected first: unless it can be reached, may be reset and can hold the schema,
     * nothing is done. Once the local reset is committed, the remote is reset, in one transaction too; no backup is taken of it. If that
     * fails, or the process ends in between, the local database remembers it, and the next {@code apply} or {@link #sync()} does it.
     *
     * @param confirm {@link Confirm#YES} to do it; {@link Confirm#YES_DROP_FOREIGN_TABLES} also where the database, local or remote, is
     *     that of another application
     * @return what was done, and the way back
     * @throws dev.schemareset.error.NotConfirmedException when it is not confirmed
     * @throws dev.schemareset.error.ProtectedDatabaseException when the database is protected, or the process may reset none
     * @throws dev.schemareset.error.ForeignDatabaseException when the database, local or remote, is that of another application: it
     *     has a table, and SchemaReset did not make it for models whose packages are the same as, inside or around those of today's
     * @throws dev.schemareset.error.ResetFailedException when a step failed; all was rolled back
     * @throws dev.schemareset.error.SyncException when the remote could not be reset; the message says what was done locally
     */
    public ResetReport apply(Confirm confirm) {
        SqliteDatabase chosen = database.get();
        Guard guard = new Guard(Deed.RESET, chosen, requireNonNull(confirm, "confirm"), models::packages);
        guard.requireMeant(
                () -> plan().found(),
                found -> chosen.noBackup(backups, found),
                () -> target.map(there -> there.look().counted().seen()));
        List<Step> steps = new ArrayList<>();
        long start = System.nanoTime();
        Schema schema = models.schema();
        steps.add(Step.since("check the models", start));
        Optional<RemoteSide> otherSide =
                target.map(there -> RemoteSide.prepare(there, schema, guard, chosen::inventory, steps));
        Execution execution = chosen.reset(
                found -> {
                    guard.requireDroppable(found);
                    return otherSide
                            .map(side -> Planner.plan(found, schema, side.state()))
                            .orElseGet(() -> Planner.plan(found, schema));
                },
                backups,
                clock.instant());
        steps.addAll(execution.steps());
        Optional<RemoteReset> remote = otherSide.map(side -> side.follow(chosen, execution.backup(), steps));
        return new ResetReport(
                chosen.name(),
                execution.plan(),
                steps,
                remote,
                execution.backup().map(undoOf(chosen)),
                Stream.of(
                                RemoteSide.leftAlone(execution.plan(), remote),
                                execution.notes().stream(),
                                schema.hasForeignKeys() ? chosen.notes().stream() : Stream.<String>empty())
                        .flatMap(notes -> notes)
                        .toList(),
                models.advice());
    }

    private Function<Backup, Undo> undoOf(SqliteDatabase chosen) {
        return backup -> new Undo(models, chosen, backup, backups, clock);
    }

    /**
     * Finds the way back to the newest backup there is, whichever process took it. A reset that dropped no row, or that took no backup,
     * leaves an older one as the newest.
     *
     * <pre>{@code
     * reset.undo().orElseThrow().restore(Confirm.YES);
     * }</pre>
     *
     * @return restores that backup; empty when there is none where this instance keeps its backups
     */
    public Optional<Undo> undo() {
        return history().stream().findFirst();
    }

    /**
     * Finds the way back to every backup of the local database that is where this instance keeps its backups, whichever process took it.
     * How many stay there, {@link #backups} says. No backup is taken of a remote database.
     *
     * <pre>{@code
     * reset.history().forEach(undo -> System.out.println(undo.backup().file()));
     * }</pre>
     *
     * @return the newest first, unmodifiable; empty when there is none
     */
    public List<Undo> history() {
        SqliteDatabase chosen = database.get();
        return chosen.backups(backups).stream().map(undoOf(chosen)).toList();
    }

    /**
     * Puts a lock into the database itself: from now on nothing resets it, nor undoes a reset, whichever process tries, until
     * {@link #unprotect()}. When it is protected already, the new reason takes the place of the old one. With {@link #syncTo} the remote
     * is protected as well.
     *
     * <pre>{@code
     * reset.protect("real customers");
     * }</pre>
     *
     * @param reason why, for the error of each attempt
     * @throws IllegalArgumentException when the reason is blank or holds a NUL character
     */
    public void protect(String reason) {
        if (requireNonNull(reason, "reason").isBlank() || reason.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a reason must say something, without NUL characters");
        }
        SqliteDatabase chosen = database.get();
        Optional<RemoteDatabase> otherSide = target.map(SyncTarget::look);
        chosen.change(Action.PROTECT, found -> Planner.protect(found, reason));
        otherSide.ifPresent(there -> RemoteSide.protect(chosen, there, reason));
    }

    /** Removes the lock of {@link #protect}, from both databases with {@link #syncTo}. Does nothing when there is none. */
    public void unprotect() {
        SqliteDatabase chosen = database.get();
        Optional<RemoteDatabase> otherSide = target.map(SyncTarget::look);
        chosen.change(Action.UNPROTECT, Planner::unprotect);
        otherSide.ifPresent(there -> RemoteSide.unprotect(chosen, there));
    }

    /**
     * Pushes and pulls rows once, with the remote database of {@link #syncTo}. When a reset has left the remote to be reset, that is done
     * first, as it was confirmed then. An empty local database is made from the remote.
     *
     * <p>An application that keeps running has its target hold the connection, e.g. with {@code TursoSync.replicate(reset)}.
     *
     * @return what was done
     * @throws dev.schemareset.error.SyncException when there is nothing to sync with, when it cannot be reached, or when it is not what
     *     it was; unsent rows are kept, and pushed the next time
     */
    public SyncReport sync() {
        return sync(database.get()).run(localDatabase());
    }

    /**
     * Resets the remote database of {@link #syncTo} where a reset has left that to do. No row is moved.
     *
     * @return the reset of the remote; empty when there was nothing to do
     * @throws dev.schemareset.error.SyncException when it cannot be done, or the remote is not what it was
     */
    public Optional<RemoteReset> finish() {
        return sync(database.get()).finish();
    }

    private Sync sync(SqliteDatabase chosen) {
        return new Sync(target, chosen, models);
    }

    /**
     * The local database as a sync target sees it. Applications need {@link #sync()}, or what their target offers.
     *
     * @return the database, which need not exist
     */
    public LocalDatabase localDatabase() {
        return new ReplicatedDatabase(models, database.get(), backups, clock);
    }

    /**
     * Compares the database with the models: every table, column, index and constraint, to the letter of its SQL. Reads the schema
     * and no row, so that it is cheap enough for every start of an application; changes nothing, and creates no database.
     *
     * <pre>{@code
     * DriftReport drift = SchemaReset.forPackage("app.models").verify();
     * if (!drift.isEmpty()) {
     *     throw new IllegalStateException(drift.toString()); // what is, what should be, and what to do
     * }
     * }</pre>
     *
     * @return the differences
     */
    public DriftReport verify() {
        SqliteDatabase chosen = database.get();
        Optional<Inventory> found = chosen.schema();
        return new DriftReport(chosen.name(), found.isPresent(), models.differences(found.orElse(Inventory.EMPTY)));
    }

    /**
     * Looks at the database and the models, and at the remote of {@link #syncTo}. Changes nothing; a database that does not exist is not
     * created, and a remote that cannot be reached is told about.
     *
     * <pre>{@code
     * System.out.println(reset.info()); // both beside each other, with the tables and their rows
     * }</pre>
     *
     * @return what was found
     */
    public DatabaseInfo info() {
        Inventory expected = models.expected();
        return new DatabaseInfo(
                database.get().inspect(),
                expected,
                models.toString(),
                models.packages(),
                models.recordsWithoutTable(),
                models.advice(),
                target.map(RemoteInfo::of));
    }

    /**
     * Tells what is legal in the models and probably not meant, e.g. a record that Jdbi cannot bind. It never stops anything. Reports,
     * {@link #info()} and migrations tell it too. Touches no database.
     *
     * @return the advice in the order of the models, unmodifiable; empty when there is none
     */
    public List<Advice> advice() {
        return models.advice();
    }

    /**
     * Connects an application to the database: foreign keys are enforced, a lock is waited for, the journal is a
     * write-ahead log, and models and all their types are bound and read, as the
     * {@link dev.schemareset.jdbi.SchemaResetPlugin} says. The models are not looked at.
     *
     * <pre>{@code
     * List<User> users = reset.jdbi().withHandle(handle ->
     *         handle.createQuery("SELECT * FROM users").mapTo(User.class).list());
     * }</pre>
     *
     * <p>See the <a href="https://jdbi.org">guide of Jdbi</a> for all that it offers. A given {@code Jdbi} whose connections are inside a
     * transaction, and do not enforce foreign keys, fails when it opens a handle: SQLite does not switch them on inside one.
     *
     * @return a new {@code Jdbi}, whose connections fail while the database does not exist; or the one that was given, with
     *     the plugin installed and foreign keys enforced on the connections it opens from now on, their lock time-out and
     *     journal as they are
     */
    public Jdbi jdbi() {
        return database.get().jdbi();
    }
}
