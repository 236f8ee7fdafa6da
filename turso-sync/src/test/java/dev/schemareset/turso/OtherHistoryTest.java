package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.fixture.shop.Maker;
import dev.schemareset.spi.Exchange;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.support.RawPipeline;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What becomes of a local file whose history is not that of the other side any more. */
final class OtherHistoryTest extends OnOneServer {

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
                    .apply(Confirm.YES_DROP_FOREIGN_TABLES);

            assertThatThrownBy(ada::sync)
                    .isInstanceOfSatisfying(
                            SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                    .message()
                    .startsWith("Cannot exchange the rows of " + ada.file() + " with " + server.url()
                            + ": it belongs to another application, with models in dev.schemareset.fixture.shop instead of"
                            + " dev.schemareset.turso.family. ")
                    .contains("table cells is missing", "table makers")
                    .endsWith(
                            "\nWhat to do: use the models it was made from; or apply(Confirm.YES_DROP_FOREIGN_TABLES) with"
                                    + " syncTo(...), which drops everything on both sides.");
            assertThatThrownBy(() -> instance("new"))
                    .isInstanceOf(SyncException.class)
                    .message()
                    .contains("it belongs to another application, with models in dev.schemareset.fixture.shop");
            assertThat(directory.resolve("new.db")).doesNotExist();
        }
    }

    private SchemaReset adaWithBackups() {
        return SchemaReset.forPackage("dev.schemareset.turso.family")
                .database(directory.resolve("ada.db"))
                .backups(directory.resolve("backups"), 1);
    }

    /** Somebody wanted them back, and the reset that they do not belong to any more was their own. */
    @Test
    void rowsThatAnUndoBroughtBackDoNotGoUnasked() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'precious', 'Bath')");
            ada.sync();
        }
        adaWithBackups().syncTo(turso).apply(Confirm.YES).undo().orElseThrow().restore(Confirm.YES);

        try (Instance ada = instance("ada")) {
            assertThatThrownBy(ada::sync).isInstanceOf(SyncException.class).hasMessage("""
                    The database %s must be made anew: the database %s was reset by somebody else. 1 row of it is not on the other side as it is here.
                    Your data: nothing was changed here; what is yet to be sent is kept.
                    What to do: call rebuild(Confirm.YES) of the replication, which keeps them as conflicts to be resolved.""".formatted(
                            ada.file(), server.url()));
            assertThat(ada.rows(PEOPLE)).hasSize(1);

            ada.replication().rebuild(Confirm.YES);

            assertThat(ada.replication().conflicts()).hasSize(1);
            ada.replication().resolve(ada.replication().conflicts().get(0), Side.LOCAL);
            assertThat(ada.sync()).hasToString("1 row pushed, no rows pulled, no conflicts");
            assertEqual(ada);
        }
    }

    /** Once both sides were in step again, a reset by somebody else is followed as ever. */
    @Test
    void undoIsForgottenOnceBothSidesAreInStep() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.sync();
        }
        adaWithBackups().apply(Confirm.YES).undo().orElseThrow().restore(Confirm.YES);
        try (Instance ada = instance("ada")) {
            ada.execute("UPDATE people SET city = 'Rome'");
            ada.sync();
            resetBy("bob");

            assertThat(ada.sync()).hasToString("no rows pushed, no rows pulled, no conflicts");
            assertThat(ada.rows(PEOPLE)).isEmpty();
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
                    .matches(Pattern.quote("The database " + file + " was rebuilt; it held ")
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
}
