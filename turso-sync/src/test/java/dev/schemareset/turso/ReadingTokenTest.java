package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.ServerKind;
import dev.schemareset.turso.support.TursoServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Who may only read can look, copy, fetch and compare. What is asked for that changes nothing on the server. */
class ReadingTokenTest {

    @TempDir
    private Path directory;

    @OnEachServer
    void readsAll(TursoServer server, FaultProxy proxy) throws Exception {
        TursoSync writing = TursoSync.to(server.url());
        Instance.reset(directory.resolve("ada.db")).syncTo(writing).apply(Confirm.YES);
        try (Instance ada = Instance.of(directory, "ada", writing)) {
            ada.execute("INSERT INTO cells VALUES (1, 'a', 1), (2, 'a', 2)");
            ada.sync();

            proxy.acceptForReading("reader");
            TursoSync reading = TursoSync.to(proxy.url()).authToken("reader");
            assertThat(Instance.reset(directory.resolve("ada.db"))
                            .syncTo(reading)
                            .info()
                            .toString())
                    .contains("cells");

            try (Instance bob = Instance.of(directory, "bob", reading)) {
                ada.execute("DELETE FROM cells WHERE line = 1");
                ada.sync();
                bob.sync();

                assertThat(bob.rows("SELECT * FROM cells")).containsExactly(List.of("2", "a", "2.0"));
                assertThat(bob.replication().preview().toString()).isNotEmpty();
                assertThat(bob.replication().verify().isEqual()).isTrue();
            }
        }
    }

    /** All clients share its one connection, and what one of them commits must stay. */
    @OnEachServer
    void leavesTheConnectionAsItWas(TursoServer server) throws Exception {
        TursoSync turso = TursoSync.to(server.url());
        Instance.reset(directory.resolve("ada.db")).syncTo(turso).info();
        RawPipeline.execute(server.url(), "CREATE TABLE other (a INTEGER)", "INSERT INTO other VALUES (1)");
        RawPipeline.execute(server.url(), "BEGIN", "INSERT INTO other VALUES (2)", "ROLLBACK");

        assertThat(RawPipeline.query(server.url(), "SELECT a FROM other")).containsExactly(List.of("1"));
    }

    /** libSQL's server gives each client a connection of its own. */
    @OnEachServer(except = ServerKind.SQLD)
    void foreignKeysAreEnforcedAsBefore(TursoServer server) throws Exception {
        TursoSync turso = TursoSync.to(server.url());
        for (String enforced : List.of("1", "0")) {
            RawPipeline.execute(server.url(), "PRAGMA foreign_keys = " + enforced);
            Path file = directory.resolve(enforced + ".db");
            Instance.reset(file).syncTo(turso).apply(Confirm.YES);
            assertThat(RawPipeline.query(server.url(), "PRAGMA foreign_keys")).containsExactly(List.of(enforced));
            try (Instance ada = Instance.of(directory, enforced, turso)) {
                ada.execute("INSERT INTO cells VALUES (1, 'a', 1)");
                ada.sync();
            }
            assertThat(RawPipeline.query(server.url(), "PRAGMA foreign_keys")).containsExactly(List.of(enforced));
        }
    }
}
