package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.spi.Exchange;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.TursoServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What becomes of an exchange where the file is another one, or the URL that of another database. */
final class OtherFileTest extends OnOneServer {

    @Test
    void rowsThatSomebodyWritesWhileAFileIsMade() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.sync();
        }
        Path file = directory.resolve("bob.db");
        TursoSync slow = turso.onProgress(progress -> {
            Instance.reset(file).apply(Confirm.YES);
            Sqlite.execute(file, "INSERT INTO people VALUES (1, NULL, 'mine', 'Bath')");
        });

        assertThatThrownBy(() -> Instance.of(directory, "bob", slow))
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                .hasMessage("""
                        The database %s was to be made from the other side, and holds 6 tables (1 row) by now.
                        Your data: nothing was changed.
                        What to do: choose another file; or apply(Confirm.YES) with syncTo(...), which drops everything on both sides.""".formatted(file));

        assertThat(Sqlite.rows(file, "SELECT name FROM people")).containsExactly(List.of("mine"));
    }

    @Test
    void copiedFile() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'both', 'Bath')");
            ada.sync();
            ada.execute("INSERT INTO people VALUES (2, NULL, 'unsent', 'Bath')");
        }
        Files.copy(directory.resolve("ada.db"), directory.resolve("copy.db"));
        try (Instance ada = instance("ada");
                Instance copy = instance("copy")) {
            ada.execute("INSERT INTO people VALUES (3, NULL, 'ada', 'Bath')");
            copy.execute("INSERT INTO people VALUES (4, NULL, 'copy', 'Bath')");
            ada.sync();

            Exchange exchange = copy.sync();

            assertThat(exchange.notes())
                    .containsExactly("The file " + copy.file()
                            + " is a copy, or was brought back from one: it goes on as an instance of its own.");
            assertThat(exchange.conflicts()).isZero();
            assertThat(copy.sync().notes()).isEmpty();
            ada.sync();
            assertThat(ada.rows("SELECT name FROM people ORDER BY id"))
                    .containsExactly(List.of("both"), List.of("unsent"), List.of("ada"), List.of("copy"));
            assertEqual(ada, copy);
        }
    }

    /** As a backup that is moved into place. */
    @Test
    void anotherFileThatTakesThePlace() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.sync();
            Path copy = directory.resolve("copy.db");
            ada.execute("VACUUM INTO '" + copy + "'");
            for (String journal : List.of("-wal", "-shm")) {
                Files.deleteIfExists(Path.of(ada.file() + journal));
            }
            Files.move(copy, ada.file(), StandardCopyOption.REPLACE_EXISTING);
            ada.execute("INSERT INTO people VALUES (1, NULL, 'new', 'Bath')");

            assertThat(ada.replication().status().dirtyRows()).isEqualTo(1);
            assertThat(ada.sync()).hasToString("1 row pushed, no rows pulled, no conflicts");

            assertEqual(ada);
        }
    }

    @Test
    void urlOfAnotherDatabaseOfTheSameModels(TursoServers servers) throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.sync();
        }
        TursoServer other = servers.start();
        Instance.reset(directory.resolve("other.db"))
                .syncTo(TursoSync.to(other.url()))
                .apply(Confirm.YES);
        try (Instance mistaken = Instance.of(directory, "ada", TursoSync.to(other.url()))) {
            assertThatThrownBy(mistaken::sync).isInstanceOf(SyncException.class).hasMessage("""
                    The database %s was made together with %s, and %s is of another reset.
                    Your data: neither database was changed.
                    What to do: check the URL; if it is meant, call rebuild(Confirm.YES) of the replication, which makes the database anew from there.""".formatted(
                            mistaken.file(), server.url(), other.url()));
            assertThat(mistaken.rows(PEOPLE)).hasSize(1);

            assertThat(mistaken.replication()
                            .rebuild(Confirm.YES)
                            .exchange()
                            .notes()
                            .get(0))
                    .startsWith("The database " + mistaken.file() + " was rebuilt; it held 6 tables (1 row), ");
            assertThat(mistaken.rows(PEOPLE)).isEmpty();
        }
    }

    /** What a rebuild attaches to a borrowed connection is still there at the next. */
    @Test
    void borrowedConnectionIsMadeAnewTwice() throws Exception {
        try (Instance ada = instance("ada");
                Connection connection = Sqlite.open(directory.resolve("borrowed.db"));
                TursoReplication borrowed = TursoSync.to(server.url())
                        .replicate(SchemaReset.forPackage("dev.schemareset.turso.family")
                                .withoutBackup()
                                .database(Jdbi.create(connection)))) {
            for (int i = 1; i <= 2; i++) {
                resetBy("ada");
                ada.execute("INSERT INTO people VALUES (" + i + ", NULL, 'ada', 'Bath')");
                ada.sync();
                borrowed.sync();

                assertThat(borrowed.verify().isEqual()).isTrue();
            }
        }
    }

    @Test
    void sameServerUnderAnotherScheme() throws Exception {
        try (Instance ada = instance("ada");
                Instance bob = instance("bob")) {
            bob.sync();
            resetBy("ada");
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.sync();
        }
        String url = server.url().replace("http://", "libsql://") + "?tls=0";
        try (Instance bob = Instance.of(directory, "bob", TursoSync.to(url))) {
            assertThat(bob.sync()).hasToString("no rows pushed, 1 row pulled, no conflicts");
        }
    }

    @Test
    void resetHereAloneWhileItIsOpen() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.sync();
            ada.replication().status();
            Instance.reset(ada.file()).apply(Confirm.YES);
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");

            for (ThrowingCallable refused :
                    List.<ThrowingCallable>of(ada::sync, ada.replication()::status, ada.replication()::verify)) {
                assertThatThrownBy(refused).isInstanceOf(SyncException.class).hasMessage("""
                        Cannot exchange the rows of %s with %s: it was not reset together with it, and holds 6 tables (1 row).
                        Your data: neither database was changed.
                        What to do: choose another file to take the rows from there; or apply(Confirm.YES) with syncTo(...), which drops everything on both sides.""".formatted(
                                ada.file(), server.url()));
            }
        }
    }

    @Test
    void fileThatIsGone() throws Exception {
        try (Instance ada = instance("ada")) {
            Path elsewhere = directory.resolve("elsewhere.db");
            Files.move(ada.file(), elsewhere);

            for (ThrowingCallable refused :
                    List.<ThrowingCallable>of(ada::sync, ada.replication()::status, ada.replication()::verify)) {
                assertThatThrownBy(refused)
                        .isInstanceOf(UnusableDatabaseException.class)
                        .hasMessage("""
                        The file %s is not there any more.
                        Your data: what was changed in it and not sent is gone with it; nothing was changed on the other side.
                        What to do: bring the file back; or close this replication and begin another, which makes the file from the other side.""".formatted(ada.file()));
            }
            assertThat(ada.file()).doesNotExist();

            Files.move(elsewhere, ada.file());
            assertThat(ada.sync()).hasToString("no rows pushed, no rows pulled, no conflicts");
        }
    }
}
