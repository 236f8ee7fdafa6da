package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.error.SyncException;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.support.JsClient;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.TursoServers;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Turso's own client loses, and SchemaReset does not: the same steps with both, on a server each. */
@WithServer
class OfficialClientComparedTest {

    private static final String PEOPLE = "SELECT id, email, name FROM people ORDER BY id";
    private static final List<String> ADA = List.of("1", "x@y", "ada");
    private static final List<String> BOB = List.of("2", "x@y", "bob");
    private static final String INSERT_ADA = "INSERT INTO people VALUES (1, 'x@y', 'ada', 'Bath')";
    private static final String INSERT_BOB = "INSERT INTO people VALUES (2, 'x@y', 'bob', 'Bonn')";

    @TempDir
    private Path directory;

    private TursoServer theirServer;
    private TursoServer server;

    @BeforeEach
    void start(TursoServer server, TursoServers servers) throws Exception {
        this.server = server;
        theirServer = servers.start();
        reset("their-tables", theirServer);
        reset("ada", server);
    }

    private void reset(String name, TursoServer at) {
        Instance.reset(directory.resolve(name + ".db"))
                .syncTo(TursoSync.to(at.url()))
                .apply(Confirm.YES);
    }

    private JsClient theirs(String name) throws Exception {
        return JsClient.connect(theirServer.url(), directory.resolve(name));
    }

    private Instance ours(String name) {
        return Instance.of(directory, name, TursoSync.to(server.url()));
    }

    @Test
    void twoRowsThatClaimOneUniqueValue() throws Exception {
        try (JsClient ada = theirs("ada");
                JsClient bob = theirs("bob")) {
            ada.execute(INSERT_ADA);
            bob.execute(INSERT_BOB);
            ada.push();
            assertThatThrownBy(bob::push).hasMessageContaining("UNIQUE constraint failed: people.email");
            bob.pull();

            assertThat(bob.query(PEOPLE)).as("the row of bob is gone").containsExactly(ADA);
        }
        try (Instance ada = ours("ada");
                Instance bob = ours("bob")) {
            ada.execute(INSERT_ADA);
            bob.execute(INSERT_BOB);
            ada.sync();

            assertThat(bob.sync().conflicts()).isEqualTo(1);

            assertThat(bob.rows(PEOPLE)).containsExactly(BOB);
            Conflict conflict = bob.replication().conflicts().get(0);
            assertThat(conflict.kept()).isEqualTo(Side.LOCAL);
            assertThat(conflict.remote().orElseThrow()).hasToString("id=1, email='x@y', name='ada', city='Bath'");
            ada.sync();
            assertThat(ada.rows(PEOPLE)).containsExactly(BOB);
        }
    }

    @Test
    void numbersThatAreNotExactInDecimal() throws Exception {
        String numbers = "SELECT place, printf('%!.17g', number) FROM cells ORDER BY place";
        Random random = new Random(1);
        String insert = IntStream.range(0, 100)
                .mapToObj(i -> "(1, 'p" + i + "', " + random.nextDouble() + ")")
                .collect(Collectors.joining(", ", "INSERT INTO cells VALUES ", ""));
        try (JsClient ada = theirs("ada")) {
            ada.execute(insert);
            List<List<String>> written = ada.query(numbers);
            ada.push();
            ada.pull();

            assertThat(ada.query(numbers))
                    .as("some numbers are others now")
                    .hasSize(100)
                    .isNotEqualTo(written);
        }
        try (Instance ada = ours("ada")) {
            ada.execute(insert);
            List<List<String>> written = ada.rows(numbers);
            ada.sync();

            assertThat(ada.rows(numbers)).isEqualTo(written);
            assertThat(ada.replication().verify().isEqual()).isTrue();
            try (Instance bob = ours("bob")) {
                assertThat(bob.rows(numbers)).isEqualTo(written);
            }
        }
    }

    @Test
    void anotherDatabaseBehindTheSameAddress() throws Exception {
        String later = "INSERT INTO people VALUES (3, 'z', 'abe', 'Ulm')";
        try (JsClient ada = theirs("ada")) {
            ada.execute(INSERT_ADA);
            ada.push();
            ada.pull();
            theirServer.restartEmpty();
            reset("their-other-tables", theirServer);
            ada.execute(later);
            ada.push();
            ada.pull();

            assertThat(RawPipeline.query(theirServer.url(), PEOPLE))
                    .as("it does not notice, and the row of before is not there")
                    .containsExactly(List.of("3", "z", "abe"));
        }
        try (Instance ada = ours("ada")) {
            ada.execute(INSERT_ADA);
            ada.sync();
            server.restartEmpty();
            reset("other", server);
            ada.execute(later);

            assertThatThrownBy(ada::sync).isInstanceOf(SyncException.class).hasMessage("""
                            The database %s must be made anew: the database %s was reset by somebody else. 1 row of it is not on the other side as it is here.
                            Your data: nothing was changed here; what is yet to be sent is kept.
                            What to do: call rebuild(Confirm.YES) of the replication, which keeps them as conflicts to be resolved.""".formatted(
                            directory.resolve("ada.db"), server.url()));

            assertThat(ada.rows(PEOPLE)).containsExactly(ADA, List.of("3", "z", "abe"));
            assertThat(RawPipeline.query(server.url(), PEOPLE)).isEmpty();
        }
    }
}
