package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.error.DatabaseBusyException;
import dev.schemareset.support.ChildJvm;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several replications of one file, which all write and all exchange, while another file changes, too. */
class TwoProcessesTest {

    private static final int ROUNDS = 40;

    private static final String LEDGER =
            "SELECT substr(id, 1, 1) AS writer, count(*) FROM letters GROUP BY writer ORDER BY writer";

    @TempDir
    private Path directory;

    /** Writes and exchanges, each time with a call or in the background. */
    static final class Writer {
        public static void main(String[] arguments) throws Exception {
            String name = arguments[2];
            try (Instance instance = Instance.of(Path.of(arguments[0]), "shared", TursoSync.to(arguments[1]))) {
                System.out.println("ready");
                System.in.read();
                if (name.equals("background")) {
                    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
                    instance.replication().syncAutomatically(Duration.ofMillis(5), failures::add);
                    write(instance, name, () -> {});
                    assertThat(failures).allMatch(DatabaseBusyException.class::isInstance);
                } else {
                    write(instance, name, () -> syncPatiently(instance));
                }
                instance.replication().syncAutomatically(Duration.ofDays(1));
                syncPatiently(instance);
            }
            System.out.println("done");
        }
    }

    private interface Exchanging {
        void run() throws Exception;
    }

    private static void write(Instance instance, String name, Exchanging after) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            instance.execute(
                    "INSERT INTO letters VALUES ('" + name + i + "', 1, NULL)",
                    "UPDATE people SET name = name + 1 WHERE id = 1");
            after.run();
        }
    }

    private static void syncPatiently(Instance instance) {
        boolean done = false;
        while (!done) {
            try {
                instance.sync();
                done = true;
            } catch (DatabaseBusyException e) {
                // The other process has the file; it will end.
            }
        }
    }

    @Test
    @WithServer
    void twoProcessesShareAFile(TursoServer server) throws Exception {
        TursoSync turso = TursoSync.to(server.url());
        Instance.reset(directory.resolve("shared.db")).syncTo(turso).apply(Confirm.YES);
        try (Instance shared = Instance.of(directory, "shared", turso);
                Instance other = Instance.of(directory, "other", turso)) {
            shared.execute("INSERT INTO people VALUES (1, NULL, '0', 'shared')");
            shared.sync();
            other.execute("INSERT INTO people VALUES (2, NULL, '0', 'other')");
            try (ChildJvm background = writer(server, "background");
                    ChildJvm calling = writer(server, "calling")) {
                background.say("go");
                calling.say("go");
                for (int i = 0; i < ROUNDS; i++) {
                    other.execute(
                            "INSERT INTO letters VALUES ('other" + i + "', NULL, NULL)",
                            "UPDATE people SET name = name + 1 WHERE id = 2");
                    other.sync();
                }
                assertThat(background.hear()).isEqualTo("done");
                background.assertEndsWell();
                assertThat(calling.hear()).isEqualTo("done");
                calling.assertEndsWell();
            }

            assertConverged(shared, other, 2 * ROUNDS);
        }
    }

    private ChildJvm writer(TursoServer server, String name) throws Exception {
        ChildJvm child = ChildJvm.start(Writer.class, directory.toString(), server.url(), name);
        assertThat(child.hear()).isEqualTo("ready");
        return child;
    }

    private static void assertConverged(Instance shared, Instance other, int counted) throws Exception {
        for (Instance instance : List.of(shared, other, shared, other)) {
            instance.sync();
        }
        for (Instance instance : List.of(shared, other)) {
            assertThat(instance.replication().verify().isEqual())
                    .as(instance.replication().verify().toString())
                    .isTrue();
            assertThat(instance.replication().status().dirtyRows()).isZero();
            assertThat(instance.replication().conflicts()).isEmpty();
            assertThat(instance.rows("SELECT name FROM people ORDER BY id"))
                    .containsExactly(List.of(String.valueOf(counted)), List.of(String.valueOf(ROUNDS)));
            assertThat(instance.rows("PRAGMA integrity_check")).containsExactly(List.of("ok"));
        }
        assertThat(shared.rows(LEDGER)).hasSize(3).allMatch(row -> row.get(1).equals(String.valueOf(ROUNDS)));
    }
}
