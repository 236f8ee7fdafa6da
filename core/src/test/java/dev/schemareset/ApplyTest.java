package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.fixture.shop.Maker;
import dev.schemareset.fixture.shop.Product;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.Difference;
import dev.schemareset.plan.Step;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resetting a database: everything goes, exactly what the models say comes, or nothing happens at all. */
class ApplyTest {

    /** Rows that refer to each other in a circle, a trigger that forbids, views, virtual tables, statistics, odd names. */
    private static final String[] STUBBORN = {
        "CREATE TABLE chicken(id INTEGER PRIMARY KEY AUTOINCREMENT, egg REFERENCES egg(id) ON DELETE RESTRICT)",
        "CREATE TABLE egg(id INTEGER PRIMARY KEY, chicken REFERENCES chicken(id) ON DELETE RESTRICT, CHECK (id > 0))",
        "CREATE INDEX egg_chicken ON egg(chicken)",
        "CREATE TABLE \"drop \"\"table\"\" makers;--\"(a, b GENERATED ALWAYS AS (a + 1))",
        "CREATE VIEW farm AS SELECT chicken.id FROM chicken JOIN egg ON egg.chicken = chicken.id",
        "CREATE VIEW farms AS SELECT * FROM farm",
        "CREATE VIEW broken AS SELECT * FROM nowhere",
        "CREATE TRIGGER no_drop BEFORE DELETE ON chicken BEGIN SELECT RAISE(ABORT, 'never'); END",
        "CREATE TRIGGER instead INSTEAD OF DELETE ON farm BEGIN SELECT RAISE(ABORT, 'never'); END",
        "CREATE VIRTUAL TABLE search USING fts5(text)",
        "CREATE VIRTUAL TABLE places USING rtree(id, x0, x1)",
        "INSERT INTO chicken(id, egg) VALUES (1, 2)",
        "INSERT INTO egg VALUES (2, 1)",
        "INSERT INTO search VALUES ('hello')",
        "INSERT INTO places VALUES (1, 0, 1)",
        "ANALYZE"
    };

    @TempDir
    private Path directory;

    private Path database;
    private SchemaReset reset;

    @BeforeEach
    void shop() {
        database = directory.resolve("local.db");
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop").database(database);
    }

    @Test
    void everythingGoesAndTheModelsCome() {
        Sqlite.execute(database, STUBBORN);

        reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);

        assertThat(Sqlite.query(database, "SELECT name FROM sqlite_schema ORDER BY rowid"))
                .containsExactly(
                        "makers", "sqlite_autoindex_makers_1", "products", "_schema_reset", "products_name_idx");
        assertThat(Sqlite.query(database, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(reset.info().differences()).isEmpty();
    }

    @Test
    void applyingAgainEmptiesTheTables() {
        reset.apply(Confirm.YES);
        reset.jdbi().useHandle(handle -> handle.execute("INSERT INTO makers(name) VALUES ('Acme')"));

        ResetReport second = reset.apply(Confirm.YES);

        assertThat(second.dropped())
                .extracting(DatabaseObject::toString)
                .containsExactly("table makers (1 row)", "table products (0 rows)", "index products_name_idx");
        assertThat(Sqlite.query(database, "SELECT count(*) FROM makers")).containsExactly("0");
    }

    @Test
    void reportTellsWhatWasDoneAndHowLongItTook() {
        Sqlite.execute(database, "CREATE TABLE old(a)", "INSERT INTO old VALUES (1), (2)", "CREATE VIEW v AS SELECT 1");

        ResetReport report = reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);

        assertThat(report.toString().replaceAll("\\d+\\.\\d ms", "# ms"))
                .isEqualTo("""
                        Reset %s in # ms
                        Dropped 1 table (2 rows), 1 view
                          table old (2 rows)
                          view v
                        Created 2 tables, 1 index
                          table makers
                          table products
                          index products_name_idx
                        Backup none, and the dropped rows are gone for good: the database is in the temporary directory, java.io.tmpdir; only backups(directory, keep) takes one of it
                        Schema %s""".formatted(database, report.plan().fingerprint()));
        assertThat(report.steps())
                .extracting(Step::name)
                .containsExactly(
                        "check the models",
                        "lock the database",
                        "read the database",
                        "plan",
                        "drop",
                        "create",
                        "prove",
                        "commit",
                        "tidy up");
        assertThat(report.took()).isPositive();
    }

    @Test
    void unconfirmedIsRefusedAndTellsWhatWouldGo() throws Exception {
        Sqlite.execute(database, "CREATE TABLE old(a)", "CREATE INDEX i ON old(a)", "INSERT INTO old VALUES (1), (2)");
        byte[] before = Files.readAllBytes(database);

        assertThatThrownBy(() -> reset.apply(Confirm.NO))
                .isInstanceOf(NotConfirmedException.class)
                .hasMessage("""
                        The reset of the database %s was not confirmed. It would have dropped 1 table (2 rows), 1 index.
                          table old (2 rows)
                          index i
                        Careful with this database: SchemaReset did not make it.
                        No backup would have been taken: the database is in the temporary directory, java.io.tmpdir; only backups(directory, keep) takes one of it.
                        Your data: nothing was changed.
                        What to do: call apply(Confirm.YES_DROP_FOREIGN_TABLES) if all of this may be dropped.""".formatted(database));
        assertThat(database).hasBinaryContent(before);
    }

    @Test
    void unconfirmedCreatesNothing() {
        assertThatThrownBy(() -> reset.apply(Confirm.NO))
                .hasMessageStartingWith(
                        "The reset of the database " + database + " was not confirmed. It would have dropped nothing.");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void failureInTheMiddleLeavesEverythingAsItWas() {
        Sqlite.execute(database, STUBBORN);
        List<String> schema = Sqlite.schema(database);
        String pages = Sqlite.query(database, "PRAGMA page_count").get(0);
        SchemaReset many = SchemaReset.forModels(Maker.class, Product.class, Large.class)
                .database("jdbc:sqlite:" + database + "?max_page_count=" + pages);

        assertThatThrownBy(() -> many.apply(Confirm.YES_DROP_FOREIGN_TABLES))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage("""
                        Cannot reset the database %s: there is no space for what would be written; SQLite says: [SQLITE_FULL] Insertion failed because database is full (database or disk is full).
                        Your data: nothing was changed.
                        What to do: make room on the disk, or raise what limits the size of the database, and run again.""".formatted(database));
        assertThat(Sqlite.schema(database)).isEqualTo(schema);
        assertThat(Sqlite.query(database, "SELECT * FROM egg")).containsExactly("2|1");
        assertThat(Sqlite.query(database, "SELECT * FROM search")).containsExactly("hello");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void failureLeavesABorrowedConnectionAsItWas(int foreignKeys) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE old(a)");
            statement.execute("INSERT INTO old VALUES (1)");
            statement.execute("PRAGMA max_page_count = 3");
            statement.execute("PRAGMA foreign_keys = " + foreignKeys);

            assertThatThrownBy(() -> SchemaReset.forModels(Large.class)
                            .database(Jdbi.create(connection))
                            .apply(Confirm.YES_DROP_FOREIGN_TABLES))
                    .isInstanceOf(UnusableDatabaseException.class)
                    .hasMessageContaining("[SQLITE_FULL]");

            try (ResultSet rows = statement.executeQuery("SELECT a, foreign_keys FROM old, pragma_foreign_keys")) {
                assertThat(rows.getInt(1)).isEqualTo(1);
                assertThat(rows.getInt(2)).isEqualTo(foreignKeys);
            }
            statement.execute("BEGIN"); // fails while a transaction is still open
        }
    }

    @Test
    void namesFoundInTheDatabaseCannotSteerATerminal() {
        Sqlite.execute(database, "CREATE TABLE \"evil\n\u001b[31mType no\"(a)");

        assertThatThrownBy(() -> reset.apply(Confirm.NO))
                .hasMessageContaining("\n  table evil  [31mType no (0 rows)\n");
        assertThat(reset.info().toString()).contains("\nevil  [31mType no").doesNotContain("\u001b");
        assertThat(reset.info().differences())
                .extracting(Difference::headline)
                .contains("table evil  [31mType no is not in the models");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "TRUNCATE", "PERSIST", "WAL"})
    void otherConnectionsSeeTheNewDatabase(String journalMode) throws Exception {
        Sqlite.execute(database, "PRAGMA journal_mode = " + journalMode, "CREATE TABLE old(a)");

        try (Connection other = Sqlite.open(database);
                Statement statement = other.createStatement()) {
            statement.execute("INSERT INTO old VALUES (1)");
            reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);
            statement.execute("INSERT INTO makers(name) VALUES ('Acme')");
        }

        assertThat(Sqlite.query(database, "SELECT name FROM makers")).containsExactly("Acme");
        assertThat(reset.info().database().journalMode())
                .isEqualToIgnoringCase(journalMode.equals("WAL") ? "wal" : "delete");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void databaseInMemoryIsGivenByItsJdbi(int foreignKeys) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Jdbi jdbi = Jdbi.create(connection);
            jdbi.useHandle(handle -> handle.execute("PRAGMA foreign_keys = OFF"));
            for (String sql : STUBBORN) {
                jdbi.useHandle(handle -> handle.execute(sql));
            }
            jdbi.useHandle(handle -> handle.execute("PRAGMA foreign_keys = " + foreignKeys));
            SchemaReset inMemory = reset.database(jdbi);

            inMemory.apply(Confirm.YES_DROP_FOREIGN_TABLES);

            try (ResultSet rows = connection.createStatement().executeQuery("PRAGMA foreign_keys")) {
                assertThat(rows.getInt(1)).isEqualTo(foreignKeys);
            }
            inMemory.jdbi().useHandle(handle -> handle.execute("INSERT INTO makers(name) VALUES ('Acme')"));
            assertThat(inMemory.info().tables())
                    .extracting(DatabaseObject::toString)
                    .containsExactly("table makers (1 row)", "table products (0 rows)");
        }
    }
}
