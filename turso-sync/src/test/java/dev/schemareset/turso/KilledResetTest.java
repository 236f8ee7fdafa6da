package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.support.ChildJvm;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.Gate;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.Requests;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.TursoServers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A process, or a server, that dies between the reset of one side and that of the other. */
class KilledResetTest {

    @TempDir
    private Path directory;

    /** Resets both sides, in a process of its own. */
    static final class Victim {
        public static void main(String[] arguments) {
            shop(Path.of(arguments[0]), arguments[1]).apply(Confirm.YES);
        }
    }

    private static SchemaReset shop(Path database, String url) {
        return SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .syncTo(TursoSync.to(url).pausing(duration -> {}));
    }

    private enum Fate {
        /** The request dies with the process. */
        LOST,
        /** The server is told when the process is no more. */
        LATE
    }

    @OnEachServer
    void syncFinishesWhatAKilledProcessBegan(TursoServers servers) throws Exception {
        for (Fate fate : Fate.values()) {
            Path database = directory.resolve(fate + ".db");
            TursoServer server = servers.start();
            try (FaultProxy proxy = FaultProxy.before(server.url())) {
                killBetween(database, proxy, fate);
                Sqlite.execute(database, "INSERT INTO makers(name) VALUES ('since')");

                assertThat(shop(database, proxy.url()).sync().exchange().pushed())
                        .isEqualTo(1);

                assertInStep(database, server, "since");
            }
        }
    }

    @OnEachServer
    void applyFinishesWhatAKilledProcessBegan(TursoServers servers) throws Exception {
        for (Fate fate : Fate.values()) {
            Path database = directory.resolve(fate + ".db");
            TursoServer server = servers.start();
            try (FaultProxy proxy = FaultProxy.before(server.url())) {
                killBetween(database, proxy, fate);

                shop(database, proxy.url()).apply(Confirm.YES);

                assertInStep(database, server);
            }
        }
    }

    private static void killBetween(Path database, FaultProxy proxy, Fate fate) throws Exception {
        shop(database, proxy.url()).apply(Confirm.YES);
        RawPipeline.execute(proxy.url(), "INSERT INTO makers(name) VALUES ('there')");
        Gate gate = new Gate();
        proxy.when(Requests::commits, Fault.holdRequest(gate));
        ChildJvm victim = ChildJvm.start(Victim.class, database.toString(), proxy.url());
        try {
            gate.awaitArrival();
        } finally {
            victim.close();
        }
        assertThat(Sqlite.query(database, "SELECT k FROM _sync_meta ORDER BY k"))
                .containsExactly("awaited", "epoch", "remote");
        assertThat(shop(database, proxy.url()).info().toString())
                .contains("\nRemote      was not reset yet: sync() does it\n");
        if (fate == Fate.LATE) {
            gate.open();
        }
    }

    @OnEachServer
    void serverThatDiesWhileItResets(TursoServer server, FaultProxy proxy) throws Exception {
        Path database = directory.resolve("local.db");
        shop(database, proxy.url()).apply(Confirm.YES);
        RawPipeline.execute(server.url(), "INSERT INTO makers(name) VALUES ('there')");
        proxy.when(Requests::commits, passage -> {
            server.kill();
            Fault.DROP_REQUEST.happen(passage);
        });

        assertThatThrownBy(() -> shop(database, proxy.url()).apply(Confirm.YES))
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE))
                .message()
                .contains("\nYour data: the local database " + database
                        + " was reset, and remembers that the remote must be reset too. Remote: whether "
                        + proxy.url()
                        + " was changed is not known.\n");
        server.restart();

        assertThat(RawPipeline.query(server.url(), "SELECT name FROM makers")).containsExactly(List.of("there"));
        assertThat(shop(database, proxy.url()).sync().finished()).isPresent();
        assertInStep(database, server);
    }

    private static void assertInStep(Path database, TursoServer server, String... names) throws Exception {
        assertThat(RawPipeline.query(server.url(), "SELECT name FROM makers"))
                .isEqualTo(Stream.of(names).map(List::of).toList())
                .isEqualTo(Sqlite.rows(database, "SELECT name FROM makers"));
        assertThat(RawPipeline.query(server.url(), "SELECT k, v FROM _sync_meta"))
                .isEqualTo(Sqlite.rows(database, "SELECT k, v FROM _sync_meta WHERE k = 'epoch'"));
        assertThat(Sqlite.query(database, "SELECT k FROM _sync_meta")).doesNotContain("awaited");
    }
}
