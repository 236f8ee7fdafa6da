package dev.schemareset;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.schemareset.database.SqliteDatabase;
import dev.schemareset.ddl.Planner;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.model.Schema;
import dev.schemareset.plan.Execution;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Step;
import dev.schemareset.scan.RecordScanner;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    private static final Path DEFAULT_DATABASE = Path.of("local.db");
    private static final Path DEFAULT_MIGRATIONS_DIRECTORY = Path.of("db", "migrations", "sql");

    private final CheckedModels models;
    private final Supplier<SqliteDatabase> database;
    private final Path migrationsDirectory;
    private final Clock clock;

    private SchemaReset(
            CheckedModels models, Supplier<SqliteDatabase> database, Path migrationsDirectory, Clock clock) {
        this.models = models;
        this.database = database;
        this.migrationsDirectory = migrationsDirectory;
        this.clock = clock;
    }

    /**
     * Takes the models of one package and its sub-packages: the records with
     * {@link dev.schemareset.annotation.Table @Table}.
     *
     * @param packageName the name of the package, e.g. {@code app.models}
     * @return a reset of the default database: the file that the environment variable {@code LOCAL_DB_PATH} names, else
     *     {@code local.db} in the working directory
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
        return withDefaults(RecordScanner.ofPackages(List.of(packageNames)));
    }

    /**
     * Takes the given models, without scanning a package.
     *
     * @param models records with {@link dev.schemareset.annotation.Table @Table}
     * @return a reset of the default database, as with {@link #forPackage}
     */
    public static SchemaReset forModels(Class<?>... models) {
        return withDefaults(RecordScanner.ofClasses(List.of(models)));
    }

    private static SchemaReset withDefaults(RecordScanner scanner) {
        return new SchemaReset(
                new CheckedModels(scanner),
                SchemaReset::defaultDatabase,
                DEFAULT_MIGRATIONS_DIRECTORY,
                Clock.systemUTC());
    }

    private static SqliteDatabase defaultDatabase() {
        String path = System.getenv("LOCAL_DB_PATH");
        try {
            return SqliteDatabase.at(path == null || path.isBlank() ? DEFAULT_DATABASE : Path.of(path));
        } catch (InvalidPathException e) {
            throw new UnusableDatabaseException(
                    "Cannot use the environment variable LOCAL_DB_PATH: " + e.getMessage() + ".",
                    "nothing was changed.",
                    "correct the variable, or name the file with database(...).",
                    e);
        }
    }

    private SchemaReset with(SqliteDatabase chosen) {
        return new SchemaReset(models, () -> chosen, migrationsDirectory, clock);
    }

    /**
     * Chooses the database by its file.
     *
     * @param file the file, which need not exist; its directory must
     * @return a reset of that database
     * @throws UnusableDatabaseException when the path is a URL, or not one of the default file system
     */
    public SchemaReset database(Path file) {
        return with(SqliteDatabase.at(requireNonNull(file, "file")));
    }

    /**
     * Chooses the database by its JDBC URL.
     *
     * @param url a URL of sqlite-jdbc that names a file, e.g. {@code jdbc:sqlite:local.db?cache_size=2000}
     * @return a reset of that database
     * @throws UnusableDatabaseException when it is no such URL, names no file, or has a parameter that sqlite-jdbc does not
     *     know; a parameter that writes, such as {@code journal_mode}, is for {@link #jdbi()} only
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
     * @param directory the directory, created when it is not there; by default {@code db/migrations/sql}
     * @return a reset that writes its migrations there
     */
    public SchemaReset migrationsDirectory(Path directory) {
        return new SchemaReset(models, database, requireNonNull(directory, "directory"), clock);
    }

    /**
     * Chooses the clock that names migration files.
     *
     * @param clock tells the time; by default the system's
     * @return a reset that takes the time from it
     */
    public SchemaReset clock(Clock clock) {
        return new SchemaReset(models, database, migrationsDirectory, requireNonNull(clock, "clock"));
    }

    /**
     * Plans a reset. Reads the database and changes nothing; a database that is not there is not created.
     *
     * @return the plan
     */
    public Plan plan() {
        Schema schema = models.schema();
        return Planner.plan(database.get().inventory(), schema);
    }

    /**
     * Plans a reset and writes it to {@code <UTC timestamp>_schema_reset.sql} in the migrations directory, for review. Reads
     * the database and changes nothing; a file that is there is never overwritten. The same models and the same database
     * make the same bytes.
     *
     * @return the migration
     * @throws dev.schemareset.error.MigrationNotWrittenException when the file cannot be written
     */
    public Migration generate() {
        Plan plan = plan();
        return new Migration(SqliteDatabase.writeMigration(migrationsDirectory, clock.instant(), plan.sql()), plan);
    }

    /**
     * Drops everything in the database and creates it again from the models, in one transaction: either all of it happens
     * or nothing does.
     *
     * @param confirm {@link Confirm#YES} to do it
     * @return what was done
     * @throws NotConfirmedException when it is not confirmed
     * @throws dev.schemareset.error.ResetFailedException when a step failed; all was rolled back
     */
    public ResetReport apply(Confirm confirm) {
        requireConfirmed(requireNonNull(confirm, "confirm"));
        long start = System.nanoTime();
        Schema schema = models.schema();
        Step check = new Step("check the models", Duration.ofNanos(System.nanoTime() - start));
        SqliteDatabase chosen = database.get();
        Execution execution = chosen.reset(found -> Planner.plan(found, schema));
        List<Step> steps =
                Stream.concat(Stream.of(check), execution.steps().stream()).toList();
        return new ResetReport(chosen.toString(), execution.plan(), steps);
    }

    /**
     * Looks at the database and the models. Changes nothing; a database that is not there is not created.
     *
     * @return what was found
     */
    public DatabaseInfo info() {
        Inventory expected = models.expected();
        return new DatabaseInfo(
                database.get().inspect(), expected, models.toString(), models.recordsWithoutTable(), Optional.empty());
    }

    /**
     * Connects an application to the database: foreign keys are enforced, a lock is waited for, the journal is a
     * write-ahead log, and models and all their types are bound and read, as the
     * {@link dev.schemareset.jdbi.SchemaResetPlugin} says. The models are not looked at.
     *
     * @return a new {@code Jdbi}, whose connections fail while the database is not there; or the one that was given, with
     *     the plugin installed and foreign keys enforced on the connections it opens from now on, their lock time-out and
     *     journal as they are
     */
    public Jdbi jdbi() {
        return database.get().jdbi();
    }

    private void requireConfirmed(Confirm confirm) {
        if (confirm != Confirm.YES) {
            Inventory found = plan().found();
            String objects =
                    found.declared().stream().map(object -> "\n  " + object).collect(joining());
            throw new NotConfirmedException(
                    "The reset of the database " + database.get() + " was not confirmed. It would have dropped "
                            + found.summary() + "." + objects,
                    "nothing was changed.",
                    "call apply(Confirm.YES) if all of this may go.");
        }
    }
}
