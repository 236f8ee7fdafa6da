package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.ResetFailedException;
import dev.schemareset.support.Image;
import dev.schemareset.support.Sqlite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases in which something is amiss that SQLite lives with: they go like others, and come back with what was amiss. */
class OddDatabaseTest {

    @TempDir
    private Path directory;

    private Path database;
    private SchemaReset reset;

    @BeforeEach
    void shop() {
        database = directory.resolve("local.db");
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .backups(directory.resolve("backups"), 2);
    }

    private Undo resetIt() {
        Undo undo = reset.apply(Confirm.YES_DROP_FOREIGN_TABLES).undo().orElseThrow();
        reset.verify().assertInSync();
        return undo;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // An index over another table that was never told of its rows, and one that was told of others.
                "CREATE TABLE c(id INTEGER PRIMARY KEY, a); CREATE VIRTUAL TABLE docs USING fts4(content='c', a);"
                        + " INSERT INTO c VALUES (5, 'hello')",
                "CREATE TABLE c(a); CREATE VIRTUAL TABLE docs USING fts4(content='c', a);"
                        + " INSERT INTO docs(docid, a) VALUES (1, 'x'); DROP TABLE c",
                "CREATE VIRTUAL TABLE docs USING fts5(a); INSERT INTO docs VALUES ('hello');"
                        + " UPDATE docs_content SET c0 = 'other'",
                "CREATE VIRTUAL TABLE docs USING fts5(a); INSERT INTO docs VALUES ('hello'); DELETE FROM docs_data",
                "CREATE VIRTUAL TABLE r USING rtree(id, x0, x1); INSERT INTO r VALUES (1, 0, 1), (2, 3, 4);"
                        + " DELETE FROM r_rowid WHERE rowid = 1",
                // Of a file with gaps, and none once the rows are in another.
                "CREATE TABLE t(a); INSERT INTO t WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                        + " SELECT randomblob(100) FROM n; DELETE FROM t WHERE rowid % 2; CREATE VIRTUAL TABLE pages USING dbstat",
                // Counters that are not those of the rows.
                "CREATE TABLE a(id INTEGER PRIMARY KEY AUTOINCREMENT, v); CREATE TABLE b(id INTEGER PRIMARY KEY AUTOINCREMENT, v);"
                        + " INSERT INTO a(v) VALUES (1), (2); INSERT INTO b(v) VALUES (1), (2), (3);"
                        + " UPDATE sqlite_sequence SET seq = 1 WHERE name = 'b'",
                "CREATE TABLE a(id INTEGER PRIMARY KEY AUTOINCREMENT, v); CREATE TABLE b(id INTEGER PRIMARY KEY AUTOINCREMENT, v);"
                        + " INSERT INTO a(v) VALUES (1); INSERT INTO b(v) VALUES (1); DELETE FROM sqlite_sequence",
                // Rows that break the rules of their tables.
                "CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p); PRAGMA foreign_keys = OFF;"
                        + " INSERT INTO c VALUES (7)",
                "CREATE TABLE t(a CHECK (a > 0)); PRAGMA ignore_check_constraints = ON; INSERT INTO t VALUES (-1)",
                // Keys that are the rowid, and that only look like it.
                "CREATE TABLE t(id INTEGER PRIMARY KEY DESC, a); INSERT INTO t(rowid, id) VALUES (9, 1)",
                "CREATE TABLE t(id INT PRIMARY KEY, a); INSERT INTO t(rowid, id) VALUES (9, 1)",
                "CREATE TABLE t(a, b AS (a + 1) STORED, c AS (b * 2)); INSERT INTO t(rowid, a) VALUES (4, 1), (9, 2)"
            })
    void itGoesAndComesBack(String script) {
        Sqlite.execute(database, script.split("; "));
        List<String> before = Image.of(database);

        resetIt().restore(Confirm.YES);

        assertThat(Image.of(database)).isEqualTo(before);
    }

    /** Java reads another text than the one that is there, so that SQLite must compare. */
    @Test
    void schemaThatIsNoUtf8IsNotBroughtBackAsAnother() throws Exception {
        try (Connection connection = Sqlite.open(database)) {
            Sqlite.execute(
                    connection,
                    "CREATE TABLE t(a DEFAULT 'e')",
                    "INSERT INTO t VALUES (1)",
                    "PRAGMA writable_schema = ON");
            try (PreparedStatement latin1 =
                    connection.prepareStatement("UPDATE sqlite_schema SET sql = CAST(? AS TEXT) WHERE name = 't'")) {
                latin1.setBytes(1, "CREATE TABLE t(a DEFAULT 'é')".getBytes(StandardCharsets.ISO_8859_1));
                latin1.execute();
            }
        }
        Undo undo = resetIt();
        byte[] before = Files.readAllBytes(database);

        assertThatThrownBy(() -> undo.restore(Confirm.YES))
                .isInstanceOf(ResetFailedException.class)
                .hasMessageContaining("The restored schema must be that of the backup.")
                .hasMessageContaining("everything was rolled back; the database is as it was before.");
        assertThat(database).hasBinaryContent(before);
    }

    /** The backup is whole; what only the application can do, it must be asked for. */
    @Test
    void indexByAFunctionOfTheApplicationSaysHowToGetItBack() throws Exception {
        Sqlite.execute(
                database,
                "CREATE TABLE t(a)",
                "INSERT INTO t VALUES (1)",
                "PRAGMA writable_schema = ON",
                "INSERT INTO sqlite_schema VALUES ('index', 'i', 't', (SELECT max(rootpage) FROM sqlite_schema),"
                        + " 'CREATE INDEX i ON t(theirs(a))')");
        Undo undo = resetIt();

        assertThatThrownBy(() -> undo.restore(Confirm.YES))
                .isInstanceOf(ResetFailedException.class)
                .hasMessageContaining("no such function: theirs")
                .hasMessageEndingWith("""

                        Your data: everything was rolled back; the database is as it was before.
                        What to do: the backup is a whole database: stop the application and replace the file with it yourself; or, where functions or collations of the application are missing, hand over its Jdbi.""");
        reset.verify().assertInSync();
    }

    @Test
    void undoIntoAnotherEncodingIsRefused() throws Exception {
        Sqlite.execute(database, "PRAGMA encoding = 'UTF-16le'", "CREATE TABLE t(a)", "INSERT INTO t VALUES ('ä')");
        Undo undo = resetIt();
        Files.delete(database);
        reset.apply(Confirm.YES);
        byte[] before = Files.readAllBytes(database);

        assertThatThrownBy(() -> undo.restore(Confirm.YES))
                .isInstanceOf(ResetFailedException.class)
                .hasMessage("""
                        Cannot restore the database %s: the backup stores text as UTF-16le, the database as UTF-8, and SQLite cannot open both at once.
                        Your data: nothing was changed.
                        What to do: if everything in the database may be lost, delete its file and run again.""".formatted(database));
        assertThat(database).hasBinaryContent(before);
    }

    /** What belongs to the owner of the connection stays with it. */
    @Test
    void databaseOfTheOwnerThatHasTheNameOfTheBackupStaysAttached() throws Exception {
        Sqlite.execute(database, "CREATE TABLE t(a)", "INSERT INTO t VALUES (1)");
        resetIt();
        try (Connection connection = Sqlite.open(database)) {
            Sqlite.execute(
                    connection,
                    "ATTACH ':memory:' AS Schema_Reset_Backup",
                    "CREATE TABLE schema_reset_backup.mine(a)",
                    "INSERT INTO mine VALUES (1)");

            assertThatThrownBy(() -> reset.database(Jdbi.create(connection))
                            .undo()
                            .orElseThrow()
                            .restore(Confirm.YES))
                    .isInstanceOf(ResetFailedException.class)
                    .hasMessage("""
                            Cannot restore the database %s: its connection has a database attached that is called schema_reset_backup.
                            Your data: nothing was changed.
                            What to do: attach it under another name, and run again.""".formatted(database));
            assertThat(Sqlite.query(connection, "SELECT a FROM mine")).containsExactly("1");
        }
    }

    /** A name of a table cannot hide a trigger of the same. */
    @Test
    void triggerAndTableWithNamesThatRunTogether() {
        reset.apply(Confirm.YES);
        Sqlite.execute(
                database,
                "CREATE TABLE \"makers trigger\"(a)",
                "CREATE TRIGGER makers AFTER INSERT ON makers BEGIN SELECT 1; END");

        assertThat(reset.verify().differences())
                .extracting(difference -> difference.headline())
                .containsExactly("trigger makers is not in the models", "table makers trigger is not in the models");
    }
}
