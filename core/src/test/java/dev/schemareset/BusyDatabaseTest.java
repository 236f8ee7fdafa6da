package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.DatabaseBusyException;
import dev.schemareset.support.ChildJvm;
import dev.schemareset.support.SqlProcess;
import dev.schemareset.support.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another process is at work in the database: it is waited for, but not for ever, and then nothing has changed. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BusyDatabaseTest {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    /** Less than the patience of a reset that was told nothing, and enough for a slow machine. */
    private static final Duration BOUND = Duration.ofMillis(4_500);

    /** Its own database is in memory; each test attaches the one that it is about. */
    private static ChildJvm other;

    @TempDir
    private Path directory;

    private Path database;
    private Path backups;
    private SchemaReset reset;

    @BeforeAll
    static void startOther() throws IOException {
        other = SqlProcess.start();
    }

    @AfterAll
    static void endOther() {
        other.close();
    }

    @BeforeEach
    void shop() throws IOException {
        database = directory.resolve("local.db");
        backups = directory.resolve("backups");
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database("jdbc:sqlite:" + database + "?busy_timeout=" + PATIENCE.toMillis())
                .backups(backups, 2);
        reset.apply(Confirm.YES);
        Sqlite.execute(database, "INSERT INTO makers(name) VALUES ('Acme')");
        otherDoes("ATTACH '" + database + "' AS shop");
    }

    @AfterEach
    void letGo() throws IOException {
        other.ask("ROLLBACK"); // fails where there is nothing to roll back
        otherDoes("DETACH shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void writerIsWaitedForAndThenNothingHasChanged(String journal) throws Exception {
        Sqlite.execute(database, "PRAGMA journal_mode = " + journal);
        otherDoes("BEGIN IMMEDIATE");

        assertBusy("reset", () -> reset.apply(Confirm.YES));

        assertThat(backups).doesNotExist();
        assertThat(reset.info().tables()).hasToString("[table makers (1 row), table products (0 rows)]");
        otherDoes("COMMIT");
        reset.apply(Confirm.YES);
    }

    /** With a rollback journal a reader keeps the commit from writing: that is only found at the end. */
    @Test
    void readerKeepsTheCommitAway() throws Exception {
        otherDoes("BEGIN");
        assertThat(other.ask("SELECT name FROM makers")).isEqualTo("[Acme]");

        assertBusy("reset", () -> reset.apply(Confirm.YES));

        assertThat(backups).isEmptyDirectory();
        assertThat(other.ask("SELECT name FROM makers")).isEqualTo("[Acme]");
        otherDoes("COMMIT");
        reset.apply(Confirm.YES);
    }

    @Test
    void readerKeepsTheUndoAway() throws Exception {
        Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();
        Sqlite.execute(database, "INSERT INTO makers(name) VALUES ('Later')");
        otherDoes("BEGIN");
        assertThat(other.ask("SELECT name FROM makers")).isEqualTo("[Later]");

        assertBusy("restore", () -> undo.restore(Confirm.YES));

        assertThat(reset.undo().orElseThrow().backup()).isEqualTo(undo.backup());
        otherDoes("COMMIT");
        undo.restore(Confirm.YES);
        assertThat(Sqlite.query(database, "SELECT name FROM makers")).containsExactly("Acme");
    }

    @Test
    void exclusiveLockKeepsEvenReadersAway() throws Exception {
        otherDoes("BEGIN EXCLUSIVE");

        assertBusy("reset", () -> reset.apply(Confirm.YES));
        assertBusy("read", reset::plan);
        assertBusy("read", reset::info);
        assertBusy("read", reset::verify);
        assertBusy("protect", () -> reset.protect("never"));
    }

    /** With a write-ahead log a reader is in nobody's way, goes on seeing what it saw, and is not waited for. */
    @Test
    void readerOfAWriteAheadLogKeepsItsSnapshot() throws Exception {
        Sqlite.execute(database, "PRAGMA journal_mode = WAL", "CREATE TABLE old AS SELECT zeroblob(100000) AS big");
        otherDoes("BEGIN");
        assertThat(other.ask("SELECT name FROM makers")).isEqualTo("[Acme]");
        long start = System.nanoTime();

        ResetReport report = reset.database(database).apply(Confirm.YES);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
        assertThat(report.notes())
                .containsExactly(
                        "102,400 bytes go back to the file system once no other connection reads the old content.");
        assertThat(Files.size(database)).isGreaterThan(100_000);
        reset.verify().assertInSync();
        assertThat(Sqlite.query(database, "SELECT count(*) FROM makers")).containsExactly("0");
        assertThat(other.ask("SELECT name FROM makers")).isEqualTo("[Acme]");
        assertThat(other.ask("SELECT length(big) FROM old")).isEqualTo("[100000]");
        otherDoes("COMMIT");
        assertThat(other.ask("SELECT count(*) FROM makers")).isEqualTo("[0]");
        otherDoes("DETACH shop"); // the last one to leave writes the log into the file
        assertThat(Files.size(database)).isLessThan(100_000);
        assertThat(Sqlite.query(database, "PRAGMA integrity_check")).containsExactly("ok");
        otherDoes("ATTACH '" + database + "' AS shop");
    }

    /** It has the database open and reads nothing at the moment. */
    @Test
    void idleReaderOfAWriteAheadLogIsInNobodysWay() throws Exception {
        Sqlite.execute(database, "PRAGMA journal_mode = WAL", "CREATE TABLE old AS SELECT zeroblob(100000) AS big");
        assertThat(other.ask("SELECT name FROM makers")).isEqualTo("[Acme]");

        ResetReport report = reset.apply(Confirm.YES);

        assertThat(report.notes()).containsExactly("102,400 bytes were given back to the file system.");
        assertThat(Files.size(database)).isLessThan(100_000);
        assertThat(other.ask("SELECT count(*) FROM makers")).isEqualTo("[0]");
    }

    /** A query of the same connection is told by another code of SQLite than a lock of another one. */
    @Test
    void openQueryOfTheGivenConnectionIsTold() throws Exception {
        try (Connection connection = Sqlite.open(database);
                Statement statement = connection.createStatement();
                ResultSet open = statement.executeQuery("SELECT name FROM makers, (SELECT 1 UNION ALL SELECT 2)")) {
            assertThat(open.next()).isTrue();

            assertThatThrownBy(() -> reset.database(Jdbi.create(connection)).apply(Confirm.YES))
                    .isInstanceOf(DatabaseBusyException.class)
                    .hasMessageContaining("it is locked, by another connection or by a query that is still open.")
                    .hasRootCauseMessage(
                            "[SQLITE_LOCKED] A table in the database is locked (database table is locked)");
        }
        assertThat(Sqlite.query(database, "SELECT name FROM makers")).containsExactly("Acme");
    }

    private static void otherDoes(String sql) throws IOException {
        assertThat(other.ask(sql)).isEqualTo("done");
    }

    private void assertBusy(String verb, ThrowingCallable work) throws Exception {
        byte[] before = Files.readAllBytes(database);
        long start = System.nanoTime();

        assertThatThrownBy(work).isInstanceOf(DatabaseBusyException.class).hasMessage("""
                        Cannot %s the database %s: it is locked, by another connection or by a query that is still open.
                        Your data: nothing was changed.
                        What to do: end the other transaction, close the query, or stop the program that holds the database, and run again.""".formatted(verb, database));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(PATIENCE, BOUND);
        assertThat(database).hasBinaryContent(before);
    }
}
