package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Instances of an application that share a database. What the other side has wins. */
@WithServer
abstract class OnOneServer {

    static final String PEOPLE = "SELECT id, coalesce(email, '-'), name, city FROM people ORDER BY id";

    @TempDir
    Path directory;

    TursoServer server;
    TursoSync turso;

    @BeforeEach
    void start(TursoServer server) throws Exception {
        this.server = server;
        turso = TursoSync.to(server.url()).onConflict(ConflictPolicy.REMOTE_WINS);
        resetBy("ada");
    }

    void resetBy(String name) {
        Instance.reset(directory.resolve(name + ".db")).syncTo(turso).apply(Confirm.YES);
    }

    Instance instance(String name) {
        return Instance.of(directory, name, turso);
    }

    void assertEqual(Instance... instances) throws Exception {
        for (Instance instance : instances) {
            assertThat(instance.rows(PEOPLE)).isEqualTo(RawPipeline.query(server.url(), PEOPLE));
            assertThat(instance.replication().verify().isEqual()).isTrue();
            assertThat(instance.replication().status().dirtyRows()).isZero();
        }
    }
}
