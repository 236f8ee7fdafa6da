package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.turso.support.JsClient;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/** Turso's own client shares the database: it writes and we pull, we push and it pulls. */
class ThirdPartyTest {

    private static final String CELLS = "SELECT line, place, quote(number) FROM cells ORDER BY line, place";
    private static final String PEOPLE = "SELECT id, coalesce(email, '-'), name, city FROM people ORDER BY id";

    @TempDir
    private Path directory;

    /** It speaks to Turso's engine alone. */
    @OnEachServer
    void rowsOfTheOfficialClient(TursoServer server) throws Exception {
        TursoSync turso = TursoSync.to(server.url());
        Instance.reset(directory.resolve("ada.db")).syncTo(turso).apply(Confirm.YES);
        try (Instance ada = Instance.of(directory, "ada", turso);
                Instance bob = Instance.of(directory, "bob", turso);
                JsClient theirs = JsClient.connect(server.url(), directory.resolve("theirs"))) {
            theirs.execute("INSERT INTO people VALUES (1, 'a@x', 'al', 'Ulm')");
            theirs.push();

            assertThat(ada.sync().pulled()).isEqualTo(1);
            ada.execute("UPDATE people SET name = 'AL' WHERE id = 1", "INSERT INTO cells VALUES (1, 'a', 0.1)");
            assertThat(ada.sync().pushed()).isEqualTo(2);
            theirs.pull();

            assertThat(theirs.query(PEOPLE)).containsExactly(List.of("1", "a@x", "AL", "Ulm"));
            assertThat(theirs.query(CELLS)).isEqualTo(ada.rows(CELLS));

            theirs.execute("DELETE FROM people WHERE id = 1");
            theirs.push();
            assertThat(bob.sync().pulled()).isEqualTo(1);
            assertThat(bob.rows(PEOPLE)).isEmpty();
        }
    }

    /** Its copy of the log falls behind, and it sends entries over ours. */
    @OnEachServer
    void manyTurnsWithCopiesThatFallBehind(TursoServer server) throws Exception {
        Random random = new Random(7);
        TursoSync turso = TursoSync.to(server.url());
        Instance.reset(directory.resolve("ada.db")).syncTo(turso).apply(Confirm.YES);
        try (Instance ada = Instance.of(directory, "ada", turso);
                Instance bob = Instance.of(directory, "bob", turso);
                JsClient theirs = JsClient.connect(server.url(), directory.resolve("theirs"))) {
            for (int turn = 0; turn < 40; turn++) {
                write(ada, 1, random);
                write(bob, 2, random);
                for (int i = random.nextInt(4); i > 0; i--) {
                    theirs.execute(statement(3, random));
                }
                switch (random.nextInt(5)) {
                    case 0 -> ada.sync();
                    case 1 -> bob.sync();
                    case 2 -> theirs.push();
                    case 3 -> {
                        theirs.push();
                        theirs.pull();
                    }
                    default -> {
                        ada.sync();
                        bob.sync();
                    }
                }
            }
            theirs.push();
            ada.sync();
            bob.sync();
            ada.sync();
            theirs.pull();

            assertThat(ada.rows(CELLS))
                    .isNotEmpty()
                    .isEqualTo(bob.rows(CELLS))
                    .isEqualTo(theirs.query(CELLS))
                    .isEqualTo(RawPipeline.query(server.url(), CELLS));
            assertThat(ada.replication().verify().isEqual()).isTrue();
            assertThat(bob.replication().verify().isEqual()).isTrue();
            assertThat(ada.replication().conflicts()).isEmpty();
            assertThat(bob.replication().conflicts()).isEmpty();
        }
    }

    private static void write(Instance instance, int line, Random random) throws Exception {
        for (int i = random.nextInt(4); i > 0; i--) {
            instance.execute(statement(line, random));
        }
    }

    /** Each writes lines of its own: what the official client does to a row that two have changed is not for us to say. */
    private static String statement(int line, Random random) {
        String place = "'p" + random.nextInt(6) + "'";
        return switch (random.nextInt(3)) {
            case 0 -> "DELETE FROM cells WHERE line = " + line + " AND place = " + place;
            case 1 -> "INSERT OR REPLACE INTO cells VALUES (" + line + ", " + place + ", " + random.nextInt(1000) + ")";
            default -> "UPDATE cells SET number = number + 1 WHERE line = " + line + " AND place >= " + place;
        };
    }
}
