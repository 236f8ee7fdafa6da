package dev.schemareset.database;

import dev.schemareset.jdbi.SchemaResetPlugin;
import dev.schemareset.plan.Execution;
import dev.schemareset.plan.Inspection;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** One SQLite database: reads what is in it, and resets it. Opens it for each piece of work, and closes it after. */
public final class SqliteDatabase {

    /**
     * A statement that SQLite does not accept.
     *
     * @param sql the statement
     * @param message what SQLite says
     * @param dependsOnTheRow whether another row might have been accepted
     */
    public record Refusal(String sql, String message, boolean dependsOnTheRow) {}

    /**
     * What came of a script.
     *
     * @param refusals the statements that SQLite did not accept
     * @param made the schema that the others made
     */
    public record Rehearsed(List<Refusal> refusals, Inventory made) {}

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
        return new SqliteDatabase(new FileSource(file, new Properties()));
    }

    /**
     * The database behind a JDBC URL of a file.
     *
     * @param url the URL, with whatever parameters sqlite-jdbc knows
     * @return the database
     */
    public static SqliteDatabase at(String url) {
        JdbcUrl parsed = JdbcUrl.parse(url);
        return new SqliteDatabase(new FileSource(parsed.file(), parsed.parameters()));
    }

    /**
     * The database of an application's own {@code Jdbi}.
     *
     * @param jdbi opens connections to SQLite
     * @return the database
     */
    public static SqliteDatabase of(Jdbi jdbi) {
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
                .orElse(new Inspection(source.name(), false, 0, "", "", Inventory.EMPTY));
    }

    /**
     * Resets the database in one transaction.
     *
     * @param planner plans the reset, from what is found once the write lock is held
     * @return the plan that ran, and the time it took
     */
    public Execution reset(Function<Inventory, Plan> planner) {
        return source.write(connection -> new PlanRunner(source.name(), connection).run(planner));
    }

    /**
     * Runs a script on an empty database in memory, to its end.
     *
     * @param script statements, in order
     * @return what came of it
     */
    public static Rehearsed rehearse(List<String> script) {
        return Rehearsal.run(script);
    }

    /**
     * Runs scripts, each of them on an empty database in memory, and each to its end.
     *
     * @param scripts statements, in order
     * @return for each script, the statements that SQLite did not accept
     */
    public static List<List<Refusal>> rehearseEach(List<List<String>> scripts) {
        return Rehearsal.runEach(scripts);
    }

    /**
     * Writes a migration file under a new name.
     *
     * @param directory where it goes; created when it is not there
     * @param now the time in its name
     * @param sql its content
     * @return the file
     */
    public static Path writeMigration(Path directory, Instant now, String sql) {
        return MigrationFile.write(directory, now, sql);
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
     * The database as a person knows it.
     *
     * @return the absolute path of its file, or a description
     */
    @Override
    public String toString() {
        return source.name();
    }

    private Inspection inspect(Connection connection) throws SQLException {
        return new Inspection(
                source.name(),
                true,
                Long.parseLong(text(connection, "PRAGMA page_count"))
                        * Long.parseLong(text(connection, "PRAGMA page_size")),
                text(connection, "SELECT sqlite_version()"),
                text(connection, "PRAGMA journal_mode"),
                InventoryReader.read(connection));
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** A connection inside a transaction of its owner has its snapshot already. */
    private static <T> T inSnapshot(Connection connection, ConnectionSource.Work<T> work) throws SQLException {
        if (!Transactions.begin(connection, "BEGIN")) {
            return work.on(connection);
        }
        try {
            return work.on(connection);
        } finally {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ROLLBACK");
            }
        }
    }
}
