package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.error.SyncException;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where both sides have a version of a row, one stands and the other is not lost. */
@WithServer
class ConflictTest {

    private static final String PEOPLE = "SELECT id, coalesce(email, '-'), name, city FROM people ORDER BY id";
    private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

    @TempDir
    private Path directory;

    private TursoServer server;

    @BeforeEach
    void start(TursoServer server) throws Exception {
        this.server = server;
        Instance.reset(directory.resolve("ada.db")).syncTo(turso()).apply(Confirm.YES);
    }

    private TursoSync turso() {
        return TursoSync.to(server.url()).clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Instance ada() {
        return Instance.of(directory, "ada", turso());
    }

    private Instance bob(ConflictPolicy policy) {
        return Instance.of(directory, "bob", turso().onConflict(policy));
    }

    private void assertEverywhere(Instance one, Instance other, List<?> people) throws Exception {
        one.sync();
        other.sync();
        one.sync();
        assertThat(one.rows(PEOPLE))
                .isEqualTo(other.rows(PEOPLE))
                .isEqualTo(RawPipeline.query(server.url(), PEOPLE))
                .isEqualTo(people);
        assertThat(one.replication().verify().isEqual()).isTrue();
        assertThat(other.replication().verify().isEqual()).isTrue();
    }

    @Test
    void localVersionStandsUnlessSaidOtherwise() throws Exception {
        try (Instance ada = ada();
                Instance bob = Instance.of(directory, "bob", turso())) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            bob.execute("INSERT INTO people VALUES (1, NULL, 'bob', 'Bonn')");
            ada.sync();

            assertThat(bob.sync()).hasToString("1 row pushed, no rows pulled, 1 conflict");

            assertThat(bob.replication().conflicts()).hasSize(1);
            assertThat(bob.replication().conflicts().get(0)).hasToString("""
                    Conflict 1 (row) in people, 2030-01-02T03:04:05Z: the local version stands
                      local   id=1, email=null, name='bob', city='Bonn'
                      remote  id=1, email=null, name='ada', city='Bath'""");
            assertEverywhere(ada, bob, List.of(List.of("1", "-", "bob", "Bonn")));
        }
    }

    @Test
    void remoteVersionStands() throws Exception {
        try (Instance ada = ada();
                Instance bob = bob(ConflictPolicy.REMOTE_WINS)) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            bob.execute("INSERT INTO people VALUES (1, NULL, 'bob', 'Bonn')");
            ada.sync();

            assertThat(bob.sync()).hasToString("no rows pushed, 1 row pulled, 1 conflict");

            assertEverywhere(ada, bob, List.of(List.of("1", "-", "ada", "Bath")));
            Conflict conflict = bob.replication().conflicts().get(0);
            assertThat(conflict.local().orElseThrow().get("name")).isEqualTo("bob");
            assertThat(conflict.kept()).isEqualTo(Side.REMOTE);

            bob.replication().resolve(conflict, Side.LOCAL);

            assertThat(bob.replication().conflicts()).isEmpty();
            assertEverywhere(ada, bob, List.of(List.of("1", "-", "bob", "Bonn")));
            assertThatThrownBy(() -> bob.replication().resolve(conflict, Side.LOCAL))
                    .isInstanceOf(SyncException.class)
                    .hasMessage("""
                            There is no conflict 1: it was resolved, or never was.
                            Your data: nothing was changed.
                            What to do: look at conflicts().""");
        }
    }

    /** What was written after the conflict is in neither of its versions. */
    @Test
    void versionDoesNotTakeThePlaceOfALaterOne() throws Exception {
        try (Instance ada = ada();
                Instance bob = bob(ConflictPolicy.REMOTE_WINS)) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            bob.execute("INSERT INTO people VALUES (1, NULL, 'bob', 'Bonn')");
            ada.sync();
            bob.sync();
            bob.execute("UPDATE people SET city = 'Ulm'");
            Conflict conflict = bob.replication().conflicts().get(0);

            assertThatThrownBy(() -> bob.replication().resolve(conflict, Side.LOCAL))
                    .isInstanceOf(SyncException.class)
                    .hasMessage("""
                            The row of people in %s was changed after the conflict; it is id=1, email=null, name='ada', city='Ulm' now.
                            Your data: nothing was changed; the conflict is kept.
                            What to do: write the row yourself as it should be, and resolve the conflict with the version that stands.""".formatted(bob.file()));

            assertThat(bob.replication().conflicts()).containsExactly(conflict);
            bob.replication().resolve(conflict, Side.REMOTE);
            assertEverywhere(ada, bob, List.of(List.of("1", "-", "ada", "Ulm")));
        }
    }

    @Test
    void versionDoesNotTakeThePlaceOfOneThatCameLater() throws Exception {
        try (Instance ada = ada();
                Instance bob = bob(ConflictPolicy.LOCAL_WINS)) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            bob.execute("INSERT INTO people VALUES (1, NULL, 'bob', 'Bonn')");
            ada.sync();
            bob.sync();
            ada.sync();
            ada.execute("UPDATE people SET name = 'third'");
            ada.sync();
            bob.sync();
            Conflict conflict = bob.replication().conflicts().get(0);

            assertThatThrownBy(() -> bob.replication().resolve(conflict, Side.REMOTE))
                    .isInstanceOf(SyncException.class)
                    .hasMessageStartingWith(
                            "The row of people in " + bob.file()
                                    + " was changed after the conflict; it is id=1, email=null, name='third', city='Bonn' now.");

            assertThat(bob.replication().conflicts()).containsExactly(conflict);
            assertEverywhere(ada, bob, List.of(List.of("1", "-", "third", "Bonn")));
        }
    }

    /** Both rows can stand by now. */
    @Test
    void rowThatGaveUpItsClaimDoesNotFall() throws Exception {
        try (Instance ada = ada();
                Instance bob = bob(ConflictPolicy.LOCAL_WINS)) {
            ada.execute("INSERT INTO people VALUES (1, 'x@x', 'ada', 'Bath')");
            bob.execute("INSERT INTO people VALUES (2, 'x@x', 'bob', 'Bonn')");
            ada.sync();
            bob.sync();
            bob.execute("UPDATE people SET email = 'y@y'");
            Conflict conflict = bob.replication().conflicts().get(0);

            assertThatThrownBy(() -> bob.replication().resolve(conflict, Side.REMOTE))
                    .isInstanceOf(SyncException.class)
                    .hasMessageStartingWith("The row of people in " + bob.file()
                            + " was changed after the conflict; it is id=2, email='y@y', name='bob', city='Bonn' now.");

            assertThat(bob.replication().conflicts()).containsExactly(conflict);
            assertEverywhere(ada, bob, List.of(List.of("2", "y@y", "bob", "Bonn")));
        }
    }

    @Test
    void deletedHereAndChangedThere() throws Exception {
        List<Conflict> asked = new ArrayList<>();
        try (Instance ada = ada();
                Instance bob = bob(conflict -> {
                    asked.add(conflict);
                    return Side.REMOTE;
                })) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath'), (2, NULL, 'al', 'Bath')");
            ada.sync();
            bob.sync();
            ada.execute("UPDATE people SET city = 'Ulm' WHERE id = 1", "DELETE FROM people WHERE id = 2");
            bob.execute("DELETE FROM people WHERE id = 1", "UPDATE people SET city = 'Ulm' WHERE id = 2");
            ada.sync();

            assertThat(bob.sync().conflicts()).isEqualTo(2);

            assertThat(asked).hasSize(2);
            assertThat(asked.get(0).local()).isEmpty();
            assertThat(asked.get(1).remote()).isEmpty();
            assertThat(bob.replication().conflicts())
                    .extracting(Conflict::local, Conflict::remote)
                    .containsExactlyInAnyOrder(asked.stream()
                            .map(conflict -> org.assertj.core.groups.Tuple.tuple(conflict.local(), conflict.remote()))
                            .toArray(org.assertj.core.groups.Tuple[]::new));
            assertEverywhere(ada, bob, List.of(List.of("1", "-", "ada", "Ulm")));
        }
    }

    @Test
    void sameChangeOnBothSidesIsNone() throws Exception {
        try (Instance ada = ada();
                Instance bob = bob(ConflictPolicy.LOCAL_WINS)) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            bob.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.sync();

            assertThat(bob.sync()).hasToString("no rows pushed, no rows pulled, no conflicts");
            assertThat(bob.replication().status().dirtyRows()).isZero();
        }
    }

    @Test
    void twoRowsClaimAUniqueValueAndTheLocalOneStands() throws Exception {
        try (Instance ada = ada();
                Instance bob = bob(ConflictPolicy.LOCAL_WINS)) {
            ada.execute("INSERT INTO people VALUES (1, 'x@x', 'ada', 'Bath'), (3, NULL, 'cy', 'Como')");
            bob.execute("INSERT INTO people VALUES (2, 'x@x', 'bob', 'Bonn')");
            ada.sync();

            assertThat(bob.sync()).hasToString("2 rows pushed, 1 row pulled, 1 conflict");

            assertThat(bob.replication().conflicts().get(0)).hasToString("""
                    Conflict 1 (unique) in people, 2030-01-02T03:04:05Z: the local version stands
                      local   id=2, email='x@x', name='bob', city='Bonn'
                      remote  id=1, email='x@x', name='ada', city='Bath'""");
            assertEverywhere(ada, bob, List.of(List.of("2", "x@x", "bob", "Bonn"), List.of("3", "-", "cy", "Como")));

            bob.replication().resolve(bob.replication().conflicts().get(0), Side.REMOTE);

            assertEverywhere(ada, bob, List.of(List.of("1", "x@x", "ada", "Bath"), List.of("3", "-", "cy", "Como")));
        }
    }

    /** Its foreign keys run no action, which would take rows that nobody spoke of. */
    @Test
    void versionThatWouldLeaveRowsWithoutTheirParentIsRefused() throws Exception {
        try (Instance ada = ada();
                Instance bob = bob(ConflictPolicy.LOCAL_WINS)) {
            ada.execute("INSERT INTO people VALUES (1, 'x@x', 'ada', 'Bath')");
            bob.execute(
                    "INSERT INTO people VALUES (2, 'x@x', 'bob', 'Bonn')", "INSERT INTO letters VALUES ('a', 2, NULL)");
            ada.sync();
            bob.sync();
            Conflict conflict = bob.replication().conflicts().get(0);

            assertThatThrownBy(() -> bob.replication().resolve(conflict, Side.REMOTE))
                    .isInstanceOf(SyncException.class)
                    .hasMessage("""
                            With that version, rows of letters would refer to a row of people that is not there, in %s.
                            Your data: nothing was changed; the conflict is kept.
                            What to do: see to those rows, or resolve the conflict of the row that they refer to, and resolve again.""".formatted(bob.file()));

            assertThat(bob.rows(PEOPLE)).containsExactly(List.of("2", "x@x", "bob", "Bonn"));
            bob.execute("DELETE FROM letters");
            bob.replication().resolve(conflict, Side.REMOTE);
            assertEverywhere(ada, bob, List.of(List.of("1", "x@x", "ada", "Bath")));
        }
    }

    @Test
    void twoRowsClaimAUniqueValueAndTheRemoteOneStands() throws Exception {
        try (Instance ada = ada();
                Instance bob = bob(ConflictPolicy.REMOTE_WINS)) {
            ada.execute("INSERT INTO people VALUES (1, 'x@x', 'ada', 'Bath'), (3, NULL, 'cy', 'Como')");
            bob.execute("INSERT INTO people VALUES (2, 'x@x', 'bob', 'Bonn'), (4, NULL, 'cy', 'Como')");
            ada.sync();

            assertThat(bob.sync().conflicts()).isEqualTo(2);

            assertEverywhere(ada, bob, List.of(List.of("1", "x@x", "ada", "Bath"), List.of("3", "-", "cy", "Como")));
        }
    }

    @Test
    void rowThatBreaksARuleHereIsKeptAside() throws Exception {
        try (Instance ada = ada();
                Instance bob = bob(ConflictPolicy.LOCAL_WINS)) {
            RawPipeline.execute(
                    server.url(),
                    "PRAGMA ignore_check_constraints = ON",
                    "INSERT INTO branches VALUES (1, NULL, 'forbidden'), (2, NULL, 'allowed')");

            assertThat(ada.sync()).hasToString("no rows pushed, 1 row pulled, 1 conflict");
            assertThat(bob.sync()).hasToString("no rows pushed, 1 row pulled, 1 conflict");

            assertThat(bob.rows("SELECT name FROM branches")).containsExactly(List.of("allowed"));
            assertThat(bob.replication().conflicts().get(0).toString())
                    .startsWith("Conflict 1 (rejected) in branches, 2030-01-02T03:04:05Z: the local version stands (")
                    .endsWith("""
                            CHECK constraint failed: name <> 'forbidden'))
                              local   (no such row)
                              remote  id=1, parent_id=null, name='forbidden'""");
            assertThat(bob.replication().verify().isEqual()).isFalse();
        }
    }

    @Test
    void rowThatRefersToOneThatAnotherInstanceDeleted() throws Exception {
        try (Instance ada = ada();
                Instance bob = Instance.of(directory, "bob", turso())) {
            ada.execute(
                    "INSERT INTO people VALUES (1, NULL, 'ada', 'Bath'), (2, NULL, 'al', 'Bath')",
                    "INSERT INTO letters VALUES ('a', 1, NULL)");
            ada.sync();
            bob.sync();
            ada.execute("DELETE FROM people");
            bob.execute("INSERT INTO letters VALUES ('b', 1, NULL), ('c', 2, NULL)");
            assertThat(ada.sync().notes()).isEmpty();

            assertThat(bob.sync().notes())
                    .containsExactly("2 rows of letters refer to a row of people that is not there.");

            assertThat(ada.sync().notes())
                    .containsExactly("2 rows of letters refer to a row of people that is not there.");
            assertThat(ada.rows("SELECT id FROM letters ORDER BY id")).containsExactly(List.of("b"), List.of("c"));
            assertEverywhere(ada, bob, List.of());
        }
    }

    @Test
    void rowThatComesWhileTheOneItRefersToGoesIsToldOnce() throws Exception {
        try (Instance ada = ada()) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.sync();
            RawPipeline.execute(
                    server.url(), "DELETE FROM people WHERE id = 1", "INSERT INTO letters VALUES ('z', 1, NULL)");

            assertThat(ada.sync().notes())
                    .containsExactly("1 row of letters refers to a row of people that is not there.");
        }
    }

    /** Whichever of two rows with the same unique value falls. */
    @ParameterizedTest
    @EnumSource(Side.class)
    void rowThatRefersToOneThatLostItsClaim(Side winner) throws Exception {
        try (Instance ada = ada();
                Instance bob = bob(conflict -> winner)) {
            ada.execute(
                    "INSERT INTO people VALUES (1, 'a@a', 'ada', 'Bath'), (2, 'b@b', 'bob', 'Bonn')",
                    "INSERT INTO letters VALUES ('a', 1, NULL), ('b', 2, NULL)");
            ada.sync();
            bob.sync();
            ada.execute("UPDATE people SET email = 'x@x' WHERE id = 1");
            bob.execute("UPDATE people SET email = 'x@x' WHERE id = 2");
            ada.sync();

            assertThat(bob.sync().notes())
                    .containsExactly("1 row of letters refers to a row of people that is not there.");

            assertThat(ada.sync().notes())
                    .containsExactly("1 row of letters refers to a row of people that is not there.");
            assertThat(bob.rows("SELECT id FROM people")).containsExactly(List.of(winner == Side.LOCAL ? "2" : "1"));
        }
    }

    /** One row of the other side claims what two rows here have, and wins against one of them only. */
    @Test
    void rowThatDoesNotWinAgainstAllDoesNotStand() throws Exception {
        try (Instance ada = ada();
                Instance bob = bob(
                        conflict -> conflict.local().orElseThrow().get("id").equals(2L) ? Side.REMOTE : Side.LOCAL)) {
            ada.execute("INSERT INTO people VALUES (1, 'x@x', 'ada', 'Bath')");
            bob.execute("INSERT INTO people VALUES (2, 'x@x', 'bob', 'Bonn'), (3, NULL, 'ada', 'Bath')");
            ada.sync();

            assertThat(bob.sync().conflicts()).isEqualTo(2);

            assertThat(bob.replication().conflicts()).extracting(Conflict::kept).containsOnly(Side.LOCAL);
            assertEverywhere(ada, bob, List.of(List.of("2", "x@x", "bob", "Bonn"), List.of("3", "-", "ada", "Bath")));
        }
    }

    /** The row that won against both is chosen once, and given up once. */
    @Test
    void versionThatWentWithAnotherConflictDoesNotStandByBeingChosen() throws Exception {
        try (Instance ada = ada();
                Instance bob = bob(ConflictPolicy.REMOTE_WINS)) {
            ada.execute("INSERT INTO people VALUES (1, 'x@x', 'ada', 'Bath')");
            bob.execute("INSERT INTO people VALUES (2, 'x@x', 'bob', 'Bonn'), (3, NULL, 'ada', 'Bath')");
            ada.sync();
            bob.sync();
            List<Conflict> conflicts = bob.replication().conflicts();
            bob.replication().resolve(conflicts.get(0), Side.LOCAL);

            assertThatThrownBy(() -> bob.replication().resolve(conflicts.get(1), Side.REMOTE))
                    .isInstanceOf(SyncException.class)
                    .hasMessageContaining("UNIQUE constraint failed: people.email")
                    .hasMessageContaining("nothing was changed; the conflict is kept.");

            bob.replication().resolve(conflicts.get(1), Side.LOCAL);
            assertEverywhere(bob, ada, List.of(List.of("2", "x@x", "bob", "Bonn"), List.of("3", "-", "ada", "Bath")));
        }
    }
}
