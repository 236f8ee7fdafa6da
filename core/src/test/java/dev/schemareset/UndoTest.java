package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.ForeignDatabaseException;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.error.ProtectedDatabaseException;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reset dropped comes back: all of it, in one transaction, while others are at work, and only when that is meant. */
class UndoTest {

    @TempDir
    private Path directory;

    private Path database;
    private SchemaReset reset;

    @BeforeEach
    void shopWithAMaker() {
        database = directory.resolve("local.db");
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .backups(directory.resolve("backups"), 3)
                .clock(Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC));
        reset.apply(Confirm.YES);
        insert("Acme");
    }

    private void insert(String maker) {
        Sqlite.execute(database, "INSERT INTO makers(name) VALUES ('" + maker + "')");
    }

    private List<String> makers() {
        return Sqlite.query(database, "SELECT id, name FROM makers ORDER BY id");
    }

    @Test
    void droppedRowsComeBack() {
        Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();
        insert("written since");

        UndoReport report = undo.restore(Confirm.YES);

        assertThat(makers()).containsExactly("1|Acme");
        assertThat(report.restored())
                .extracting(DatabaseObject::toString)
                .containsExactly("table makers (1 row)", "table products (0 rows)", "index products_name_idx");
        assertThat(Sqlite.query(database, "SELECT resets FROM _schema_reset")).containsExactly("1");
        assertThat(Sqlite.query(database, "PRAGMA integrity_check")).containsExactly("ok");
        reset.verify().assertInSync();
    }

    @Test
    void reportTellsWhatWasDone() {
        Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();
        insert("written since");

        UndoReport report = undo.restore(Confirm.YES);

        assertThat(report.toString().replaceAll("\\d+\\.\\d ms", "# ms")).isEqualTo("""
                        Restored %s from %s in # ms
                        Dropped 2 tables (1 row), 1 index
                          table makers (1 row)
                          table products (0 rows)
                          index products_name_idx
                        Restored 2 tables (1 row), 1 index
                          table makers
                          table products
                          index products_name_idx
                        Backup %s
                        Note Connections that are open see it from their next transaction on.
                        Schema %s""".formatted(
                        database,
                        undo.backup().file(),
                        report.undo().orElseThrow().backup().file(),
                        reset.plan().fingerprint()));
        assertThat(report.took()).isPositive();
    }

    @Test
    void undoCanBeUndone() {
        Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();
        insert("written since");

        UndoReport report = undo.restore(Confirm.YES);
        report.undo().orElseThrow().restore(Confirm.YES);

        assertThat(makers()).containsExactly("1|written since");
        undo.restore(Confirm.YES);
        assertThat(makers()).containsExactly("1|Acme");
    }

    @Test
    void lastBackupIsFoundByAnotherInstance() {
        reset.apply(Confirm.YES);

        Undo undo = reset.undo().orElseThrow();

        assertThat(undo)
                .hasToString("undo of " + database + " from " + undo.backup().file());
        undo.restore(Confirm.YES);
        assertThat(makers()).containsExactly("1|Acme");
    }

    @Test
    void otherSchemaComesBack() {
        Undo undo = SchemaReset.forModels(Large.class)
                .database(database)
                .backups(directory.resolve("backups"), 1)
                .apply(Confirm.YES)
                .undo()
                .orElseThrow();

        undo.restore(Confirm.YES);

        reset.verify().assertInSync();
        assertThat(makers()).containsExactly("1|Acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void otherConnectionsMayBeOpen(String journalMode) throws Exception {
        try (Connection other = Sqlite.open(database);
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA journal_mode = " + journalMode);
            statement.executeQuery("SELECT * FROM makers").close();
            Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();
            statement.execute("INSERT INTO makers(name) VALUES ('written since')");

            undo.restore(Confirm.YES);

            try (ResultSet rows = statement.executeQuery("SELECT group_concat(name) FROM makers")) {
                assertThat(rows.getString(1)).isEqualTo("Acme");
            }
            statement.execute("INSERT INTO makers(name) VALUES ('later')");
        }
        assertThat(makers()).containsExactly("1|Acme", "2|later");
    }

    @Test
    void databaseThatWasDeletedComesBack() throws Exception {
        Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();
        Files.delete(database);

        undo.restore(Confirm.YES);

        assertThat(makers()).containsExactly("1|Acme");
    }

    @Test
    void databaseInMemoryComesBackOnABorrowedConnectionThatIsLeftAsItWas() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            SchemaReset inMemory = reset.database(Jdbi.create(connection));
            inMemory.apply(Confirm.YES);
            statement.execute("INSERT INTO makers(name) VALUES ('Acme')");
            Undo undo = inMemory.apply(Confirm.YES).undo().orElseThrow();
            statement.execute("PRAGMA foreign_keys = ON");

            undo.restore(Confirm.YES);

            try (ResultSet rows = statement.executeQuery("""
                    SELECT (SELECT group_concat(name) FROM makers),
                      (SELECT foreign_keys FROM pragma_foreign_keys),
                      (SELECT ignore_check_constraints FROM pragma_ignore_check_constraints),
                      (SELECT writable_schema FROM pragma_writable_schema),
                      (SELECT group_concat(name) FROM pragma_database_list)""")) {
                assertThat(List.of(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getString(5)))
                        .containsExactly("Acme", "1", "0", "0", "main");
            }
        }
    }

    @Test
    void failedUndoLeavesDatabaseAndConnectionAsTheyWere() throws Exception {
        Sqlite.execute(
                database,
                "WITH RECURSIVE n(i) AS (VALUES (2) UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                        + " INSERT INTO makers(name) SELECT 'maker ' || i FROM n");
        Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();
        insert("written since");
        try (Connection connection = Sqlite.open(database);
                Statement statement = connection.createStatement()) {
            statement.executeQuery("PRAGMA max_page_count = 9").close();
            Undo small = reset.database(Jdbi.create(connection)).undo().orElseThrow();
            assertThat(small.backup()).isEqualTo(undo.backup());

            assertThatThrownBy(() -> small.restore(Confirm.YES))
                    .isInstanceOf(UnusableDatabaseException.class)
                    .hasMessageStartingWith("Cannot restore the database " + database + ": there is no space");

            try (ResultSet rows = statement.executeQuery(
                    "SELECT (SELECT group_concat(name) FROM makers), (SELECT group_concat(name) FROM pragma_database_list),"
                            + " (SELECT writable_schema FROM pragma_writable_schema)")) {
                assertThat(List.of(rows.getString(1), rows.getString(2), rows.getString(3)))
                        .containsExactly("written since", "main", "0");
            }
        }
        assertThat(directory.resolve("backups")).isDirectoryNotContaining("glob:**T120001Z.backup");
    }

    @Test
    void unconfirmedIsRefusedAndTellsWhatWouldGo() throws Exception {
        Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();
        insert("written since");
        byte[] before = Files.readAllBytes(database);

        assertThatThrownBy(() -> undo.restore(Confirm.NO))
                .isInstanceOf(NotConfirmedException.class)
                .hasMessage("""
                        The undo of the database %s was not confirmed. It would have dropped 2 tables (1 row), 1 index.
                          table makers (1 row)
                          table products (0 rows)
                          index products_name_idx
                        Your data: nothing was changed.
                        What to do: call restore(Confirm.YES) if all of this may be dropped.""".formatted(database));
        assertThat(database).hasBinaryContent(before);
    }

    @Test
    void protectedDatabaseIsRefused() throws Exception {
        Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();
        reset.protect("in use");
        byte[] before = Files.readAllBytes(database);

        assertThatThrownBy(() -> undo.restore(Confirm.YES_DROP_FOREIGN_TABLES))
                .isInstanceOf(ProtectedDatabaseException.class)
                .hasMessageStartingWith("Cannot restore the database " + database + ": it is protected since ");
        assertThat(database).hasBinaryContent(before);
    }

    @Test
    void databaseThatSomebodyElsePutThereIsRefused() throws Exception {
        Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();
        Files.delete(database);
        Sqlite.execute(database, "CREATE TABLE precious(a)", "INSERT INTO precious VALUES (1)");
        byte[] before = Files.readAllBytes(database);

        assertThatThrownBy(() -> undo.restore(Confirm.YES))
                .isInstanceOf(ForeignDatabaseException.class)
                .hasMessage("""
                        Cannot restore the database %s: SchemaReset did not make it. It holds 1 table (1 row).
                          table precious (1 row)
                        Your data: nothing was changed.
                        What to do: check that this is the database you mean. If all of this may be dropped, call restore(Confirm.YES_DROP_FOREIGN_TABLES).""".formatted(database));
        assertThat(database).hasBinaryContent(before);
    }

    /** One bit is enough. */
    @Test
    void backupThatWasChangedIsRefused() throws Exception {
        Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();
        insert("written since");
        byte[] before = Files.readAllBytes(database);
        Path file = undo.backup().file();
        byte[] backup = Files.readAllBytes(file);
        backup[backup.length / 2] ^= 1;
        Files.write(file, backup);

        assertThatThrownBy(() -> undo.restore(Confirm.YES))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageMatching("""
                        Cannot restore the backup %s: it has changed since it was taken; its SHA-256 was %s and is [0-9a-f]{64}\\.
                        Your data: nothing was changed\\.
                        What to do: look for another copy of it\\. If you know why, and want its content, stop the application and replace the database with it yourself\\.""".formatted(file, undo.backup().sha256()));
        assertThat(database).hasBinaryContent(before);
    }

    @Test
    void backupThatIsGoneIsRefused() throws Exception {
        Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();
        insert("written since");
        byte[] before = Files.readAllBytes(database);
        Files.delete(undo.backup().file());

        assertThatThrownBy(() -> undo.restore(Confirm.YES))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage("""
                        Cannot restore the backup %s: it does not exist.
                        Your data: nothing was changed.
                        What to do: a later reset removes older backups; backups(directory, keep) keeps more of them.""".formatted(undo.backup().file()));
        assertThat(database).hasBinaryContent(before);
    }
}
