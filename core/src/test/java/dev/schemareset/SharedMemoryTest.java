package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.DatabaseBusyException;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.support.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database in memory that the connections of a process share by its name, as long as the application holds one open. */
class SharedMemoryTest {

    private static final String URL = "jdbc:sqlite:file:shared?mode=memory&cache=shared";

    @TempDir
    private Path directory;

    private SchemaReset reset;
    private Connection held;

    @BeforeEach
    void application() throws SQLException {
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(URL)
                .migrationsDirectory(directory);
        held = DriverManager.getConnection(URL);
    }

    @AfterEach
    void end() throws SQLException {
        held.close();
    }

    @Test
    void heldByTheApplicationItIsADatabaseLikeAnyOther() throws SQLException {
        assertThat(reset.verify().isEmpty()).isFalse();

        ResetReport report = reset.apply(Confirm.YES);
        reset.jdbi().useHandle(handle -> handle.execute("INSERT INTO makers(name) VALUES ('Acme')"));

        assertThat(Sqlite.query(held, "SELECT name FROM makers")).containsExactly("Acme");
        reset.verify().assertInSync();
        assertThat(reset.info().toString())
                .startsWith("Database    file:shared?mode=memory&cache=shared\n")
                .contains("journal mode memory");
        assertThat(reset.plan().found().summary()).contains("1 row");
        assertThat(report.undo()).isEmpty();
        assertThatThrownBy(() -> reset.jdbi()
                        .useHandle(handle ->
                                handle.execute("INSERT INTO products(name, price, maker_id) VALUES ('a', '1', 77)")))
                .hasMessageContaining("FOREIGN KEY constraint failed");
    }

    @Test
    void backupInADirectoryBringsRowsBack() throws SQLException {
        SchemaReset safe = reset.backups(directory.resolve("backups"), 2);
        safe.apply(Confirm.YES);
        Sqlite.execute(held, "INSERT INTO makers(name) VALUES ('Acme')");

        ResetReport report = safe.apply(Confirm.YES);
        assertThat(Sqlite.query(held, "SELECT name FROM makers")).isEmpty();
        report.undo().orElseThrow().restore(Confirm.YES);

        assertThat(Sqlite.query(held, "SELECT name FROM makers")).containsExactly("Acme");
    }

    @Test
    void resetByOthersMeanwhileIsNotTakenForALostDatabase() throws Exception {
        Callable<List<String>> resets = () -> {
            List<String> failures = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                try {
                    reset.apply(Confirm.YES);
                } catch (DatabaseBusyException e) {
                    // Two of them wanted it at once, and nobody waits in a shared cache.
                } catch (UnusableDatabaseException e) {
                    failures.add(e.getMessage());
                }
            }
            return failures;
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<List<String>> failures : threads.invokeAll(List.of(resets, resets))) {
                assertThat(failures.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** SQLite ignores what follows, parameters as well: the name of a test would be that of a file. */
    @Test
    void nameWithAFragmentIsRefused() {
        assertThatThrownBy(() -> reset.database("jdbc:sqlite:file:a#b?mode=memory&cache=shared"))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage("""
                        Cannot use jdbc:sqlite:file:a#b as the database: SQLite ignores what follows the # of a URI.
                        Your data: nothing was changed.
                        What to do: write %23 in place of the #.""");
    }

    /** It would be gone with the connection of the reset. */
    @Test
    void heldByNobodyItIsNoSuccess() throws SQLException {
        held.close();

        assertThatThrownBy(() -> reset.apply(Confirm.YES))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage("""
                        Cannot reset the database file:shared?mode=memory&cache=shared: it is in memory, and no connection of the application holds it open.
                        Your data: what was created is gone with the connection it was created on; no file was touched.
                        What to do: open a connection to it before, and close that only when the database is not needed any more.""");
        assertThatThrownBy(() -> reset.protect("precious"))
                .hasMessageStartingWith(
                        "Cannot protect the database file:shared?mode=memory&cache=shared: it is in memory, and no");
        assertThatThrownBy(() -> reset.jdbi().open())
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage("""
                        Cannot open the database file:shared?mode=memory&cache=shared: it is in memory, and empty.
                        Your data: nothing was changed.
                        What to do: open a connection to it before, and close that only when the database is not needed any more. Create its tables with apply(Confirm.YES).""");
        assertThat(reset.verify().isEmpty()).isFalse();
        assertThat(reset.generate().plan().found().objects()).isEmpty();
    }

    @Test
    void lockedByTheApplicationItIsBusy() throws SQLException {
        reset.apply(Confirm.YES);
        Sqlite.execute(held, "BEGIN IMMEDIATE", "INSERT INTO makers(name) VALUES ('Acme')");

        assertThatThrownBy(() -> reset.apply(Confirm.YES)).isInstanceOf(DatabaseBusyException.class);

        Sqlite.execute(held, "ROLLBACK");
        reset.verify().assertInSync();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file::memory:?cache=shared",
                "file:other?cache=shared&mode=memory",
                "file:/a/path?mode=memory&cache=shared",
                "file:other?mode=memory&busy_timeout=50&cache=shared"
            })
    void itsOtherNames(String address) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + address)) {
            reset.database("jdbc:sqlite:" + address).apply(Confirm.YES);

            assertThat(Sqlite.query(other, "SELECT count(*) FROM makers")).containsExactly("0");
            assertThat(Sqlite.query(held, "SELECT count(*) FROM sqlite_schema")).containsExactly("0");
        }
    }
}
