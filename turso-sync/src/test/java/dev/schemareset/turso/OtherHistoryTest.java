package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.fixture.shop.Maker;
import dev.schemareset.spi.Exchange;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.ServerKind;
import dev.schemareset.turso.support.TursoServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a local file whose history is not that of the other side any more. */
class OtherHistoryTest {

    private static final String PEOPLE = "SELECT id, coalesce(email, '-'), name, city FROM people ORDER BY id";

    @TempDir
    private Path directory;

    private TursoServer server;
    private TursoSync turso;

    @BeforeEach
    void start() throws Exception {
        server = TursoServer.start(ServerKind.TURSODB_0_6, directory.resolve("server"));
        turso = TursoSync.to(server.url()).onConflict(ConflictPolicy.REMOTE_WINS);
        resetBy("ada");
    }

    @AfterEach
    void end() {
        server.close();
    }

    private void resetBy(String name) {
        Instance.reset(directory.resolve(name + ".db")).syncTo(turso).apply(Confirm.YES);
    }

    private Instance instance(String name) {
        return Instance.of(directory, name, turso);
    }

    private void assertEqual(Instance... instances) throws Exception {
        for (Instance instance : instances) {
            assertThat(instance.rows(PEOPLE)).isEqualTo(RawPipeline.query(server.url(), PEOPLE));
            assertThat(instance.replication().verify().isEqual()).isTrue();
            assertThat(instance.replication().status().dirtyRows()).isZero();
        }
    }

    @Test
    void resetByAnotherInstance() throws Exception {
        try (Instance ada = instance("ada");
                Instance bob = instance("bob")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'old', 'Bath')");
            ada.sync();
            bob.sync();
            resetBy("ada");
            ada.execute("INSERT INTO people VALUES (2, NULL, 'new', 'Bonn')");
            ada.sync();

            assertThat(bob.sync()).hasToString("no rows pushed, 1 row pulled, no conflicts");

            assertThat(bob.rows(PEOPLE)).containsExactly(List.of("2", "-", "new", "Bonn"));
            assertEqual(ada, bob);
        }
    }

    @Test
    void resetByAnotherInstanceWhileRowsWereNotSent() throws Exception {
        try (Instance ada = instance("ada");
                Instance bob = instance("bob")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'al', 'Bath'), (2, NULL, 'bo', 'Bath')");
            ada.sync();
            bob.sync();
            bob.execute("UPDATE people SET name = 'unsent' WHERE id = 1", "DELETE FROM people WHERE id = 2");
            resetBy("ada");
            ada.execute("INSERT INTO people VALUES (2, NULL, 'new', 'Bonn')");
            ada.sync();

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(bob::sync)
                        .isInstanceOfSatisfying(
                                SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                        .hasMessage("""
                                The database %s must be made anew: the database %s was reset by somebody else. 2 rows of it are not on the other side as they are here.
                                Your data: nothing was changed here; what is yet to be sent is kept.
                                What to do: call rebuild(Confirm.YES) of the replication, which keeps them as conflicts to be resolved.""".formatted(bob.file(), server.url()));
                assertThat(bob.replication().status().dirtyRows()).isEqualTo(2);
            }
            assertThatThrownBy(() -> bob.replication().rebuild(Confirm.NO)).isInstanceOf(NotConfirmedException.class);

            assertThat(bob.replication().rebuild(Confirm.YES).exchange().conflicts())
                    .isEqualTo(2);

            assertEqual(ada, bob);
            List<Conflict> conflicts = bob.replication().conflicts();
            assertThat(conflicts).extracting(Conflict::kind).containsOnly(Conflict.Kind.RESET);
            assertThat(conflicts.get(0).local().orElseThrow())
                    .hasToString("id=1, email=null, name='unsent', city='Bath'");
            assertThat(conflicts.get(1).local()).isEmpty();
            assertThat(conflicts.get(1).remote().orElseThrow())
                    .hasToString("id=2, email=null, name='new', city='Bonn'");

            bob.replication().resolve(conflicts.get(0), Side.LOCAL);
            bob.sync();
            ada.sync();

            assertThat(ada.rows(PEOPLE))
                    .containsExactly(List.of("1", "-", "unsent", "Bath"), List.of("2", "-", "new", "Bonn"));
            assertEqual(ada, bob);
        }
    }

    @Test
    void resetWithOtherModels() throws Exception {
        try (Instance ada = instance("ada")) {
            SchemaReset.forModels(Maker.class)
                    .database(directory.resolve("other.db"))
                    .syncTo(turso)
                    .apply(Confirm.YES);

            assertThatThrownBy(ada::sync)
                    .isInstanceOfSatisfying(
                            SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                    .message()
                    .startsWith("Cannot exchange the rows of " + ada.file() + " with " + server.url()
                            + ": it was made from other models. ")
                    .contains("table cells is missing", "table makers");
            assertThatThrownBy(() -> instance("new"))
                    .isInstanceOf(SyncException.class)
                    .message()
                    .contains("it was made from other models");
            assertThat(directory.resolve("new.db")).doesNotExist();
        }
    }

    /** Nobody asked for it, so that it must be said. */
    @Test
    void rowsThatGoAreToldWithTheirBackup() throws Exception {
        Path file = directory.resolve("bob.db");
        try (Instance ada = instance("ada");
                TursoReplication bob = TursoSync.to(server.url())
                        .replicate(SchemaReset.forPackage("dev.schemareset.turso.family")
                                .database(file)
                                .backups(directory.resolve("backups"), 1))) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath'), (2, NULL, 'al', 'Bath')");
            ada.sync();
            bob.sync();
            resetBy("ada");

            Exchange exchange = bob.sync().exchange();

            assertThat(exchange).hasToString("no rows pushed, no rows pulled, no conflicts");
            assertThat(exchange.notes().get(0))
                    .matches(Pattern.quote("The database " + file + " was made anew; it held ")
                            + "6 tables \\(2 rows\\), which are in the backup "
                            + Pattern.quote(directory.resolve("backups").toString()) + "/bob\\.db\\S+\\.backup\\.");
        }
    }

    @Test
    void anotherDatabaseBehindTheSameAddress() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.sync();
            server.restartEmpty();

            assertThatThrownBy(ada::sync)
                    .isInstanceOfSatisfying(
                            SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                    .message()
                    .startsWith("The database " + server.url() + " has no log of changes that can be read");
            assertThat(ada.rows(PEOPLE)).hasSize(1);
        }
    }

    @Test
    void otherSideBroughtBackToAnOlderState() throws Exception {
        try (Instance ada = instance("ada");
                Instance bob = instance("bob")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'first', 'Bath')");
            ada.sync();
            server.save(directory.resolve("saved"));
            ada.execute("INSERT INTO people VALUES (2, NULL, 'second', 'Bath')");
            ada.sync();
            bob.sync();
            server.restartFrom(directory.resolve("saved"));
            RawPipeline.execute(
                    server.url(),
                    "INSERT INTO people VALUES (3, NULL, 'third', 'Bath')",
                    "INSERT INTO people VALUES (4, NULL, 'fourth', 'Bath')");

            assertThatThrownBy(ada::sync)
                    .isInstanceOf(SyncException.class)
                    .message()
                    .startsWith(
                            "The database " + ada.file() + " must be made anew: the database " + server.url()
                                    + " was brought back to an older state. 3 rows of it are not on the other side as they are here.");
            ada.replication().rebuild(Confirm.YES);
            bob.replication().rebuild(Confirm.YES);

            assertEqual(ada, bob);
            assertThat(ada.replication().conflicts().get(0).local().orElseThrow())
                    .hasToString("id=2, email=null, name='second', city='Bath'");
            assertThat(ada.replication().conflicts())
                    .extracting(Conflict::detail)
                    .containsExactly(
                            "it was sent, and is not there as it was",
                            "it is new there, or it was deleted here and is there again",
                            "it is new there, or it was deleted here and is there again");
            ada.replication().resolve(ada.replication().conflicts().get(0), Side.LOCAL);
            ada.sync();
            bob.sync();
            assertThat(bob.rows("SELECT name FROM people ORDER BY id"))
                    .containsExactly(List.of("first"), List.of("second"), List.of("third"), List.of("fourth"));
            assertEqual(ada, bob);
        }
    }

    /** By now the log begins after all that this instance knew, so that only its own push tells. */
    @Test
    void otherSideBroughtBackAndItsLogTrimmedSince() throws Exception {
        try (Instance ada = instance("ada");
                Instance bob = instance("bob")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'first', 'Bath')");
            ada.sync();
            server.save(directory.resolve("saved"));
            bob.execute("INSERT INTO people VALUES (2, NULL, 'second', 'Bath')");
            bob.sync();
            server.restartFrom(directory.resolve("saved"));
            RawPipeline.execute(
                    server.url(),
                    "INSERT INTO people VALUES (3, NULL, 'third', 'Bath')",
                    "INSERT INTO people VALUES (4, NULL, 'fourth', 'Bath')",
                    "DELETE FROM _sync_log WHERE seq < (SELECT max(seq) FROM _sync_log)",
                    "INSERT INTO _sync_meta SELECT 'trimmed', max(seq) - 1 FROM _sync_log");

            assertThatThrownBy(bob::sync)
                    .isInstanceOf(SyncException.class)
                    .message()
                    .startsWith(
                            "The database " + bob.file() + " must be made anew: the database " + server.url()
                                    + " was brought back to an older state. 3 rows of it are not on the other side as they are here.");
            bob.replication().rebuild(Confirm.YES);

            assertThat(bob.replication().conflicts().get(0).local().orElseThrow())
                    .hasToString("id=2, email=null, name='second', city='Bath'");
            assertEqual(bob);
        }
    }

    @Test
    void otherSideBroughtBackToBeforeADeletion() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'first', 'Bath'), (2, NULL, 'second', 'Bath')");
            ada.sync();
            server.save(directory.resolve("saved"));
            ada.execute("DELETE FROM people WHERE id = 1");
            ada.sync();
            server.restartFrom(directory.resolve("saved"));

            assertThatThrownBy(ada::sync)
                    .isInstanceOf(SyncException.class)
                    .hasMessageContaining("1 row of it is not on the other side as it is here.");
            ada.replication().rebuild(Confirm.YES);

            assertThat(ada.replication().conflicts()).hasSize(1);
            Conflict conflict = ada.replication().conflicts().get(0);
            assertThat(conflict.kind()).isEqualTo(Conflict.Kind.RESET);
            assertThat(conflict.local()).isEmpty();
            assertThat(conflict.remote()).get().hasToString("id=1, email=null, name='first', city='Bath'");
            ada.replication().resolve(conflict, Side.LOCAL);
            ada.sync();
            assertThat(ada.rows(PEOPLE)).containsExactly(List.of("2", "-", "second", "Bath"));
            assertEqual(ada);
        }
    }

    /** A statement that did nothing may have noted a NULL, which is no key. */
    @Test
    void nullInTheLogHidesNoRow() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO letters VALUES ('a', NULL, 'first')");
            ada.sync();
            server.save(directory.resolve("saved"));
            ada.execute("INSERT INTO letters VALUES ('b', NULL, 'second')");
            ada.sync();
            server.restartFrom(directory.resolve("saved"));
            ada.execute("UPDATE OR IGNORE letters SET id = NULL WHERE id = 'a'");

            assertThat(ada.replication().rebuild(Confirm.YES).exchange().conflicts())
                    .isEqualTo(1);

            assertThat(ada.replication().conflicts().get(0).local())
                    .get()
                    .hasToString("id='b', person_id=null, body='second'");
        }
    }

    @Test
    void rowThatWasNotedUnderTwoSpellingsIsOneConflict() throws Exception {
        try (Instance bob = instance("bob")) {
            bob.execute("INSERT INTO letters VALUES ('a', NULL, 'unsent')", "UPDATE letters SET id = 'A'");
            resetBy("ada");

            assertThat(bob.replication().rebuild(Confirm.YES).exchange().conflicts())
                    .isEqualTo(1);

            assertThat(bob.replication().conflicts().get(0).local())
                    .get()
                    .hasToString("id='A', person_id=null, body='unsent'");
        }
    }

    /** Also where new ones come to those that were there before. */
    @Test
    void numberOfAConflictIsNotUsedAgain() throws Exception {
        try (Instance ada = instance("ada");
                Instance bob = instance("bob")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            bob.execute("INSERT INTO people VALUES (1, NULL, 'bob', 'Bonn')");
            ada.sync();
            bob.sync();
            bob.replication().resolve(bob.replication().conflicts().get(0), Side.REMOTE);
            resetBy("ada");
            bob.sync();
            bob.execute("INSERT INTO people VALUES (2, NULL, 'unsent', 'Bonn')");
            resetBy("ada");
            RawPipeline.execute(
                    server.url(),
                    "PRAGMA ignore_check_constraints = ON",
                    "INSERT INTO branches VALUES (1, NULL, 'forbidden')");

            assertThat(bob.replication().rebuild(Confirm.YES).exchange().conflicts())
                    .isEqualTo(2);

            assertThat(bob.replication().conflicts())
                    .extracting(Conflict::id, Conflict::kind)
                    .containsExactly(tuple(2L, Conflict.Kind.RESET), tuple(3L, Conflict.Kind.REJECTED));
        }
    }

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

    /** What was trimmed cannot be fetched any more; all rows can. */
    @Test
    void logThatWasTrimmed() throws Exception {
        try (Instance ada = instance("ada");
                Instance bob = instance("bob")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'one', 'Bath'), (2, NULL, 'two', 'Bath')");
            ada.sync();
            bob.sync();
            ada.execute(
                    "DELETE FROM people WHERE id = 1",
                    "UPDATE people SET name = 'TWO' WHERE id = 2",
                    "INSERT INTO people VALUES (3, NULL, 'three', 'Bath')");
            ada.sync();
            RawPipeline.execute(
                    server.url(),
                    "DELETE FROM _sync_log WHERE seq < (SELECT max(seq) FROM _sync_log)",
                    "INSERT INTO _sync_meta SELECT 'trimmed', max(seq) - 1 FROM _sync_log");
            bob.execute("INSERT INTO people VALUES (4, NULL, 'four', 'Bath')");

            assertThat(bob.sync()).hasToString("1 row pushed, 3 rows pulled, 1 conflict");

            assertThat(bob.replication().conflicts().get(0).local())
                    .get()
                    .hasToString("id=4, email=null, name='four', city='Bath'");
            ada.sync();
            assertEqual(ada, bob);
        }
    }

    /** Nothing tells any more whether it was deleted there, or is new here. */
    @Test
    void rowThatWasChangedHereAndIsNotThereWhereTheLogWasTrimmed() throws Exception {
        try (Instance ada = instance("ada");
                Instance bob = instance("bob")) {
            ada.execute(
                    "INSERT INTO people VALUES (1, NULL, 'one', 'Bath')",
                    "INSERT INTO letters VALUES ('a', NULL, NULL), ('b', NULL, NULL)");
            ada.sync();
            bob.sync();
            ada.execute("DELETE FROM people", "DELETE FROM letters WHERE id = 'a'");
            ada.sync();
            RawPipeline.execute(
                    server.url(),
                    "DELETE FROM _sync_log WHERE seq < (SELECT max(seq) FROM _sync_log)",
                    "INSERT INTO _sync_meta SELECT 'trimmed', max(seq) - 1 FROM _sync_log");
            bob.execute("UPDATE people SET name = 'ONE'", "UPDATE OR IGNORE letters SET id = NULL WHERE id = 'b'");

            assertThat(bob.sync().conflicts()).isEqualTo(1);

            assertThat(bob.replication().conflicts().get(0).toString()).endsWith("""
                    : the local version stands (all rows were fetched anew, and it is not among them: it is new here, or was deleted there)
                      local   id=1, email=null, name='ONE', city='Bath'
                      remote  (no such row)""");
            ada.sync();
            assertThat(bob.rows("SELECT id FROM letters")).containsExactly(List.of("b"));
            assertEqual(ada, bob);
        }
    }

    @Test
    void schemaThatWasAlteredThere() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.sync();
            RawPipeline.execute(server.url(), "ALTER TABLE people ADD COLUMN age INTEGER");
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");

            assertThatThrownBy(() -> {
                        ada.sync();
                        ada.sync();
                    })
                    .isInstanceOf(SyncException.class)
                    .message()
                    .contains("somebody changed the schema there since the reset: table people was changed");
            assertThat(ada.rows(PEOPLE)).hasSize(1);
        }
    }

    /** What was written while it was missing is in no log. */
    @Test
    void triggerThatWasMissingThere() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.sync();
            String trigger = RawPipeline.query(
                            server.url(), "SELECT sql FROM sqlite_schema WHERE name = '_sync_insert_people'")
                    .get(0)
                    .get(0);
            RawPipeline.execute(
                    server.url(),
                    "DROP TRIGGER _sync_insert_people",
                    "INSERT INTO people VALUES (2, NULL, 'unseen', 'Bath')");
            assertThatThrownBy(ada::sync)
                    .isInstanceOf(SyncException.class)
                    .message()
                    .contains("somebody changed the schema there since the reset: ");
            RawPipeline.execute(server.url(), trigger);
        }
        try (Instance ada = instance("ada")) {
            assertThat(ada.sync()).hasToString("no rows pushed, 1 row pulled, no conflicts");
            assertEqual(ada);

            assertThat(ada.rows("SELECT count(*) FROM _sync_meta WHERE k = 'misses_changes'"))
                    .containsExactly(List.of("0"));
        }
    }

    @Test
    void triggerThatIsMissingHere() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("DROP TRIGGER _sync_insert_people", "INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");

            assertThatThrownBy(() -> {
                        ada.execute("UPDATE people SET name = 'x'");
                        ada.sync();
                    })
                    .isInstanceOf(SyncException.class)
                    .message()
                    .startsWith(
                            "The database " + ada.file()
                                    + " does not note all changes: the trigger _sync_insert_people is missing or is another one.");
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
    void urlOfAnotherDatabaseOfTheSameModels() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.sync();
        }
        try (TursoServer other = TursoServer.start(ServerKind.TURSODB_0_6, directory.resolve("other-server"))) {
            Instance.reset(directory.resolve("other.db"))
                    .syncTo(TursoSync.to(other.url()))
                    .apply(Confirm.YES);
            try (Instance mistaken = Instance.of(directory, "ada", TursoSync.to(other.url()))) {
                assertThatThrownBy(mistaken::sync)
                        .isInstanceOf(SyncException.class)
                        .hasMessage("""
                        The database %s was made together with %s, and %s is of another reset.
                        Your data: nothing was changed, here or there.
                        What to do: check the URL; if it is meant, call rebuild(Confirm.YES) of the replication, which makes the database anew from there.""".formatted(mistaken.file(), server.url(), other.url()));
                assertThat(mistaken.rows(PEOPLE)).hasSize(1);

                assertThat(mistaken.replication()
                                .rebuild(Confirm.YES)
                                .exchange()
                                .notes()
                                .get(0))
                        .startsWith("The database " + mistaken.file() + " was made anew; it held 6 tables (1 row), ");
                assertThat(mistaken.rows(PEOPLE)).isEmpty();
            }
        }
    }

    /** And is seen by the process that goes on. */
    @Test
    void rowThatWasMissedThereIsNotOverwritten() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.sync();
            String trigger = RawPipeline.query(
                            server.url(), "SELECT sql FROM sqlite_schema WHERE name = '_sync_update_people'")
                    .get(0)
                    .get(0);
            RawPipeline.execute(server.url(), "DROP TRIGGER _sync_update_people", "UPDATE people SET city = 'Rome'");
            assertThatThrownBy(ada::sync).isInstanceOf(SyncException.class);
            ada.execute("UPDATE people SET name = 'ADA'");
            assertThatThrownBy(ada::sync).isInstanceOf(SyncException.class);
            RawPipeline.execute(server.url(), trigger);

            assertThat(ada.sync()).hasToString("no rows pushed, 1 row pulled, 1 conflict");

            assertThat(ada.replication().conflicts().get(0).local().orElseThrow())
                    .hasToString("id=1, email=null, name='ADA', city='Bath'");
            assertThat(ada.replication().conflicts().get(0).remote().orElseThrow())
                    .hasToString("id=1, email=null, name='ada', city='Rome'");
        }
    }

    @Test
    void rowsThatNoTriggerHasNotedHereDoNotGoUnasked() throws Exception {
        try (Instance ada = instance("ada");
                Instance bob = instance("bob")) {
            bob.sync();
            bob.execute("DROP TRIGGER _sync_insert_people", "INSERT INTO people VALUES (1, NULL, 'bob', 'Bonn')");
            resetBy("ada");
            ada.sync();

            assertThatThrownBy(bob::sync)
                    .isInstanceOf(SyncException.class)
                    .message()
                    .startsWith(
                            "The database " + bob.file()
                                    + " does not note all changes: the trigger _sync_insert_people is missing or is another one.");
            assertThat(bob.rows(PEOPLE)).hasSize(1);

            bob.replication().rebuild(Confirm.YES);
            assertEqual(ada, bob);
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
                        Your data: nothing was changed, here or there.
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
