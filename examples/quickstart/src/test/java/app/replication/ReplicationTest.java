package app.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.SyncException;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation shows of a replication, done. */
@WithServer
class ReplicationTest {

    @TempDir
    private Path directory;

    private TursoServer server;
    private TursoSync turso;
    private SchemaReset reset;

    @BeforeEach
    void resetBoth(TursoServer server) {
        this.server = server;
        turso = TursoSync.to(server.url());
        reset = SchemaReset.forPackage("app.models").database(directory.resolve("local.db"));
        reset.syncTo(turso).apply(Confirm.YES);
    }

    private void writeToBoth() throws Exception {
        insert("INSERT INTO teams VALUES (1, 'Blue')");
        RawPipeline.execute(server.url(), "INSERT INTO teams VALUES (1, 'Red')");
    }

    private void insert(String sql) {
        reset.jdbi().useHandle(handle -> handle.execute(sql));
    }

    private List<String> teams() {
        return reset.jdbi()
                .withHandle(handle -> handle.select("SELECT name FROM teams ORDER BY id")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void rowsSyncInTheBackground() throws Exception {
        LinkedBlockingQueue<String> log = new LinkedBlockingQueue<>();
        try (TursoReplication replication = Background.start(turso, reset, log::add)) {
            insert("INSERT INTO teams VALUES (1, 'Blue')");

            assertThat(log.poll(5, TimeUnit.MINUTES)).startsWith("synced: ").contains("1 row pushed");
            assertThat(replication.status().automatic()).isTrue();

            server.kill();
            assertThat(log.poll(5, TimeUnit.MINUTES)).startsWith("not synced: ");
            assertThat(replication.status().failure()).isPresent();
        }
    }

    @Test
    void localVersionStandsUnlessAPolicySaysOtherwise() throws Exception {
        writeToBoth();
        try (TursoReplication replication = turso.replicate(reset)) {
            replication.sync();

            assertThat(replication.conflicts()).extracting(Conflict::kept).containsExactly(Side.LOCAL);
            assertThat(teams()).containsExactly("Blue");
        }
    }

    @Test
    void remoteVersionStands() throws Exception {
        writeToBoth();
        try (TursoReplication replication = Background.remoteWins(turso).replicate(reset)) {
            replication.sync();

            assertThat(replication.conflicts()).extracting(Conflict::kept).containsExactly(Side.REMOTE);
            assertThat(teams()).containsExactly("Red");
        }
    }

    @Test
    void ownPolicyDecidesByTheTable() throws Exception {
        writeToBoth();
        try (TursoReplication replication =
                Background.usersAreKeptRemotely(turso).replicate(reset)) {
            replication.sync();

            assertThat(replication.conflicts()).extracting(Conflict::kept).containsExactly(Side.LOCAL);
        }
    }

    @Test
    void unsentRowsBecomeConflictsWhenAnotherInstanceHasReset() throws Exception {
        insert("INSERT INTO teams VALUES (1, 'Blue')");
        reset.database(directory.resolve("another.db")).syncTo(turso).apply(Confirm.YES);

        try (TursoReplication replication = turso.replicate(reset)) {
            assertThatThrownBy(replication::sync)
                    .isInstanceOf(SyncException.class)
                    .hasMessageContaining("must be made anew");

            replication.rebuild(Confirm.YES); // unsent rows become conflicts; all other rows are replaced

            assertThat(replication.conflicts()).extracting(Conflict::kind).containsExactly(Conflict.Kind.RESET);
        }
    }

    @Test
    void fileIsRebuiltUnaskedWhereNoRowIsUnsent() throws Exception {
        insert("INSERT INTO teams VALUES (1, 'Blue')");
        try (TursoReplication replication = turso.replicate(reset)) {
            replication.sync();
            reset.database(directory.resolve("another.db")).syncTo(turso).apply(Confirm.YES);

            replication.sync();

            assertThat(replication.conflicts()).isEmpty();
        }
        assertThat(teams()).isEmpty();
    }
}
