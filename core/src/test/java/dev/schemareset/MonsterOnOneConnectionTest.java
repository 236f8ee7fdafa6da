package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.support.Image;
import dev.schemareset.support.Monster;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application's own connection, with temporary objects and another database that have the names of what goes. */
class MonsterOnOneConnectionTest {

    private static final String[] TEMPORARY = {
        "CREATE TEMP TABLE chicken(id INTEGER PRIMARY KEY AUTOINCREMENT, hides)",
        "INSERT INTO temp.chicken(hides) VALUES ('the one in main')",
        "CREATE TEMP TABLE \"makers\"(hides)",
        "CREATE TEMP TABLE _schema_reset(fingerprint, reset_at, library_version, resets)",
        "CREATE TEMP TABLE \"two\nlines\"(hides UNIQUE)",
        "CREATE INDEX temp.products_name_idx ON makers(hides)",
        "CREATE VIRTUAL TABLE temp.docs USING fts5(hides)",
        "INSERT INTO temp.docs VALUES ('the one in main')",
        "CREATE TEMP VIEW boss AS SELECT * FROM main.boss",
        "CREATE TEMP VIEW products AS SELECT * FROM nowhere",
        "CREATE TEMP TRIGGER no_delete BEFORE DELETE ON main.egg BEGIN SELECT RAISE(ABORT, 'never delete'); END",
        "CREATE TEMP TRIGGER no_insert BEFORE INSERT ON main.note BEGIN SELECT RAISE(ABORT, 'never insert'); END",
        "ANALYZE temp"
    };

    private static final String[] OTHER = {
        "CREATE TABLE chicken(id INTEGER PRIMARY KEY AUTOINCREMENT, egg REFERENCES egg(id))",
        "CREATE TABLE egg(id INTEGER PRIMARY KEY)",
        "INSERT INTO egg VALUES (2)",
        "INSERT INTO chicken VALUES (5, 2)",
        "CREATE TABLE docs_content(id INTEGER PRIMARY KEY, c0)",
        "INSERT INTO docs_content VALUES (1, 'theirs')",
        "CREATE TABLE docs_data(id INTEGER PRIMARY KEY, block)",
        "CREATE TABLE places_node(nodeno INTEGER PRIMARY KEY, data)",
        "CREATE TABLE note_index_content(a)",
        "CREATE VIRTUAL TABLE mail USING fts4(body)",
        "INSERT INTO mail VALUES ('theirs')",
        "CREATE VIEW farm AS SELECT * FROM chicken",
        "CREATE TRIGGER no_delete BEFORE DELETE ON egg BEGIN SELECT RAISE(ABORT, 'never delete'); END",
        "CREATE TABLE makers(theirs)",
        "CREATE TABLE _schema_reset(theirs)",
        "ANALYZE",
        "PRAGMA user_version = 42"
    };

    @TempDir
    private Path directory;

    private Path other;
    private SchemaReset reset;

    @BeforeEach
    void models() {
        other = directory.resolve("other.db");
        Sqlite.execute(other, OTHER);
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop").backups(directory.resolve("backups"), 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {":memory:", "local.db"})
    void whatIsTemporaryGoesAndTheOtherDatabaseStays(String database) throws Exception {
        byte[] otherBefore = Files.readAllBytes(other);
        try (Connection connection = monster(database)) {
            SchemaReset borrowing = reset.database(Jdbi.create(connection));

            borrowing.apply(Confirm.YES_DROP_FOREIGN_TABLES);

            assertThat(Sqlite.query(connection, "SELECT name FROM temp.sqlite_schema WHERE name NOT LIKE 'sqlite_%'"))
                    .isEmpty();
            assertThat(Sqlite.query(connection, "SELECT name FROM main.sqlite_schema ORDER BY rowid"))
                    .containsExactly(
                            "makers", "sqlite_autoindex_makers_1", "products", "_schema_reset", "products_name_idx");
            borrowing.verify().assertInSync();
            assertThat(Sqlite.query(connection, "PRAGMA main.integrity_check")).containsExactly("ok");
            assertThat(Sqlite.query(connection, "PRAGMA main.freelist_count")).containsExactly("0");
            assertThat(Sqlite.query(connection, "PRAGMA foreign_keys")).containsExactly("1");
            assertThat(Sqlite.query(connection, "SELECT name FROM pragma_database_list"))
                    .containsExactly("main", "temp", "other");
        }
        assertThat(other).hasBinaryContent(otherBefore);
    }

    @ParameterizedTest
    @ValueSource(strings = {":memory:", "local.db"})
    void itComesBackUnderNewTemporaryObjects(String database) throws Exception {
        byte[] otherBefore = Files.readAllBytes(other);
        try (Connection connection = monster(database)) {
            List<String> before = Image.of(connection, "main");
            Undo undo = reset.database(Jdbi.create(connection))
                    .apply(Confirm.YES_DROP_FOREIGN_TABLES)
                    .undo()
                    .orElseThrow();
            Sqlite.execute(connection, "CREATE TEMP TABLE chicken(hides)", "CREATE TEMP VIEW kept AS SELECT 1 AS v");

            UndoReport report = undo.restore(Confirm.YES);

            assertThat(report.plan().found().temporary())
                    .extracting(DatabaseObject::label)
                    .contains("table chicken", "view kept");
            assertThat(Image.of(connection, "main")).isEqualTo(before);
            assertThat(Sqlite.query(connection, "PRAGMA main.integrity_check")).containsExactly("ok");
            assertThat(Sqlite.query(connection, "SELECT name FROM pragma_database_list"))
                    .containsExactly("main", "temp", "other");
        }
        assertThat(other).hasBinaryContent(otherBefore);
    }

    private Connection monster(String database) throws SQLException {
        Connection connection =
                Sqlite.open(database.equals(":memory:") ? Path.of(database) : directory.resolve(database));
        Monster.create(connection);
        Sqlite.execute(connection, TEMPORARY);
        Sqlite.execute(connection, "ATTACH '" + other + "' AS other");
        return connection;
    }
}
