package app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of both sides. */
@WithServer
class BothTest {

    @TempDir
    private Path directory;

    private Path local;
    private TursoServer server;

    @BeforeEach
    void start(TursoServer server) {
        local = directory.resolve("local.db");
        this.server = server;
    }

    private String run(Class<?> program) throws Exception {
        return Program.run(
                program, directory, Map.of("TURSO_DATABASE_URL", server.url(), "TURSO_AUTH_TOKEN", "a-token"));
    }

    @Test
    void resetsBothSidesThatTheEnvironmentNames() throws Exception {
        assertThat(run(Both.class))
                .contains("Turso " + server.url() + " can be used\n")
                .contains("\nReset " + local + " in ")
                .contains("\nRemote      agrees with this database: schema ")
                .doesNotContain("a-token");
        assertThat(RawPipeline.query(server.url(), "SELECT count(*) FROM users"))
                .containsExactly(List.of("0"));
    }

    @Test
    void exchangesRows() throws Exception {
        run(Both.class);
        SchemaReset.forPackage("app.models")
                .database(local)
                .jdbi()
                .useHandle(handle -> handle.execute("INSERT INTO teams VALUES (1, 'Blue'), (2, 'Green')"));
        RawPipeline.execute(server.url(), "INSERT INTO teams VALUES (1, 'Red')");

        assertThat(run(Synced.class).replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME"))
                .isEqualTo("""
                        Synced %s with %s
                        2 rows pushed, no rows pulled, 1 conflict
                        Conflict 1 (row) in teams, TIME: the local version stands
                          local   id=1, name='Blue'
                          remote  id=1, name='Red'
                        Both sides are equal
                        teams: 2 rows here, 2 there, equal
                        users: 0 rows here, 0 there, equal
                        """.formatted(local, server.url()));
        assertThat(RawPipeline.query(server.url(), "SELECT name FROM teams ORDER BY id"))
                .containsExactly(List.of("Red"), List.of("Green"));
    }
}
