package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.ResetFailedException;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.SyncState;
import dev.schemareset.spi.Content;
import dev.schemareset.support.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever interrupts a thread wants it to stop. Before rows are dropped it does, and says why; and it stays interrupted. */
class InterruptedThreadTest {

    @TempDir
    private Path directory;

    private Path database;
    private SchemaReset reset;

    @BeforeEach
    void database() {
        database = directory.resolve("local.db");
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .backups(directory.resolve("backups"), 2)
                .migrationsDirectory(directory.resolve("sql"));
        reset.apply(Confirm.YES);
        insert("Acme");
    }

    @AfterEach
    void endOfTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void resetThatTakesABackupIsNotDone() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> reset.apply(Confirm.YES))
                .isInstanceOf(ResetFailedException.class)
                .hasMessage("""
                        Cannot reset the database %s: its thread was interrupted before a backup of its rows was taken.
                        Your data: nothing was changed.
                        What to do: run again on a thread that is not interrupted; this one still is.""".formatted(database));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(makers()).containsExactly("Acme");
        assertThat(directory.resolve("backups")).doesNotExist();
    }

    @Test
    void undoThatTakesABackupIsNotDone() {
        Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();
        insert("Other");

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> undo.restore(Confirm.YES))
                .isInstanceOf(ResetFailedException.class)
                .hasMessageStartingWith("Cannot restore the database " + database
                        + ": its thread was interrupted before a backup of its rows was taken.");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(makers()).containsExactly("Other");
        undo.restore(Confirm.YES);
        assertThat(makers()).containsExactly("Acme");
    }

    /** The second connection, which shows whether the database is shared, comes on another thread, or does not come. */
    @Test
    void databaseInMemoryOfWhichNothingIsKnownIsNotReset() {
        Thread borrower = Thread.currentThread();
        SchemaReset inMemory = reset.database(Jdbi.create(() -> {
            if (Thread.currentThread() != borrower) {
                await(new CountDownLatch(1));
            }
            return DriverManager.getConnection("jdbc:sqlite::memory:");
        }));

        borrower.interrupt();
        assertThatThrownBy(() -> inMemory.apply(Confirm.YES))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage("""
                        Cannot use the given Jdbi: the thread was interrupted before it knew whether all connections share the database in memory.
                        Your data: nothing was changed.
                        What to do: run again on a thread that is not interrupted; this one still is.""");

        assertThat(Thread.interrupted()).isTrue();
    }

    private static void await(CountDownLatch latch) throws SQLException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
    }

    /** Nothing that is committed is called a failure. */
    @Test
    void interruptAfterTheBackupEndsNothing() throws Exception {
        List<String> notes = reset.localDatabase()
                .rebuild(new SyncState("epoch", Optional.of("remote"), Optional.empty()), new InterruptingContent());

        assertThat(Thread.interrupted()).isTrue();
        Path backup = reset.undo().orElseThrow().backup().file();
        assertThat(notes)
                .containsExactly("The database " + database
                        + " was rebuilt; it held 2 tables (1 row), 1 index, which are in the backup " + backup + ".");
        assertThat(directory.resolve("backups").toFile().list())
                .containsExactlyInAnyOrder(backup.getFileName().toString(), backup.getFileName() + ".sha256");
    }

    private static final class InterruptingContent implements Content {
        @Override
        public void stage(Connection connection) {}

        @Override
        public void save(Connection connection, Inventory found) {}

        @Override
        public void fill(Connection connection) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void everythingElseIsDoneAndLeavesTheInterrupt() throws Exception {
        assertStaysInterrupted(() -> reset.verify().isEmpty());
        assertStaysInterrupted(() -> reset.info().tables().size() > 1);
        assertStaysInterrupted(() -> reset.plan().found().mayHoldRows());
        assertStaysInterrupted(() -> reset.generate().path() != null);
        assertStaysInterrupted(() -> reset.undo().isEmpty());
        assertStaysInterrupted(() -> {
            reset.protect("precious");
            reset.unprotect();
            return true;
        });
        assertStaysInterrupted(() -> reset.jdbi().withHandle(handle -> handle.execute("DELETE FROM makers") == 1));
        assertStaysInterrupted(() -> reset.apply(Confirm.YES).undo().isEmpty());
    }

    /** With models that are scanned on the interrupted thread. */
    private void assertStaysInterrupted(Callable<Boolean> work) throws Exception {
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .backups(directory.resolve("backups"), 2)
                .migrationsDirectory(directory.resolve("sql"));
        Thread.currentThread().interrupt();
        assertThat(work.call()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    private void insert(String maker) {
        Sqlite.execute(database, "INSERT INTO makers(name) VALUES ('" + maker + "')");
    }

    private List<String> makers() {
        return Sqlite.query(database, "SELECT name FROM makers");
    }
}
