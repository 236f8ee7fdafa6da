package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.error.SyncException;
import dev.schemareset.spi.Exchange;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.Requests;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application goes on after a push of which it is not known whether it arrived. */
class UnansweredPushTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @WithServer
    void rowChangesOftenMeanwhile(boolean arrived, FaultProxy proxy) throws Exception {
        TursoSync turso = TursoSync.to(proxy.url()).pausing(duration -> {});
        Instance.reset(directory.resolve("ada.db")).syncTo(turso).apply(Confirm.YES);
        try (Instance ada = Instance.of(directory, "ada", turso)) {
            ada.execute("INSERT INTO people VALUES (1, NULL, '0', 'Bath')");
            ada.sync();
            ada.execute("UPDATE people SET name = name + 1");
            if (arrived) {
                proxy.when(Requests::commits, Fault.DROP_ANSWER);
            }
            proxy.usually(request -> Fault.DROP_REQUEST);
            assertThatThrownBy(ada::sync).isInstanceOf(SyncException.class);
            proxy.heal();
            // So often that the log is made shorter.
            ada.execute(Collections.nCopies(1_100, "UPDATE people SET name = name + 1")
                    .toArray(String[]::new));

            Exchange exchange = ada.sync();

            assertThat(exchange).hasToString("2 rows pushed, no rows pulled, no conflicts");
            assertThat(exchange.notes()).isEmpty();
            assertThat(ada.replication().status().dirtyRows()).isZero();
            assertThat(ada.rows("SELECT name FROM people")).containsExactly(List.of("1101"));
            assertThat(ada.replication().verify().isEqual()).isTrue();
        }
    }

    @Test
    @WithServer
    void somebodyElseMakesTheSameChangeMeanwhile(TursoServer server, FaultProxy proxy) throws Exception {
        TursoSync turso = TursoSync.to(proxy.url()).pausing(duration -> {});
        Instance.reset(directory.resolve("ada.db")).syncTo(turso).apply(Confirm.YES);
        try (Instance ada = Instance.of(directory, "ada", turso)) {
            ada.execute("INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
            ada.sync();
            ada.execute("UPDATE people SET city = 'Ulm'");
            proxy.when(Requests::commits, Fault.DROP_REQUEST);
            proxy.usually(request -> Fault.DROP_REQUEST);
            assertThatThrownBy(ada::sync).isInstanceOf(SyncException.class);
            proxy.heal();
            RawPipeline.execute(server.url(), "UPDATE people SET city = 'Ulm'");
            ada.execute("INSERT INTO people VALUES (2, NULL, 'al', 'Bonn')");

            assertThat(ada.sync()).hasToString("1 row pushed, no rows pulled, no conflicts");

            assertThat(ada.replication().status().dirtyRows()).isZero();
            assertThat(ada.replication().verify().isEqual()).isTrue();
        }
    }

    /** The numbers of the entries that were sent then are used again. */
    @Test
    @WithServer
    void rowThatIsWrittenWhileTheNextPushIsOnItsWay(TursoServer server, FaultProxy proxy) throws Exception {
        TursoSync turso = TursoSync.to(proxy.url()).pausing(duration -> {});
        Instance.reset(directory.resolve("ada.db")).syncTo(turso).apply(Confirm.YES);
        try (Instance ada = Instance.of(directory, "ada", turso)) {
            ada.sync();
            ada.execute(
                    "INSERT INTO cells VALUES (1, 'a', NULL)",
                    "INSERT INTO cells VALUES (2, 'a', NULL)",
                    "INSERT INTO cells VALUES (3, 'a', NULL)");
            proxy.usually(request -> Fault.DROP_REQUEST);
            assertThatThrownBy(ada::sync).isInstanceOf(SyncException.class);
            proxy.heal();
            RawPipeline.execute(
                    server.url(), "INSERT INTO cells VALUES (1, 'a', NULL), (2, 'a', NULL), (3, 'a', NULL)");
            ada.replication().pull();
            assertThat(ada.replication().status().dirtyRows()).isZero();
            ada.execute("INSERT INTO cells VALUES (4, 'a', NULL)");
            proxy.when(Requests::commits, passage -> {
                Sqlite.execute(ada.file(), "INSERT INTO cells VALUES (5, 'a', NULL)");
                Fault.NONE.happen(passage);
            });

            ada.sync();

            assertThat(ada.rows("SELECT count(*) FROM cells")).containsExactly(List.of("5"));
            assertThat(ada.replication().verify().isEqual()).isTrue();
        }
    }

    /** A push of several requests wakes the triggers there, which must log its rows as its own. */
    @Test
    @WithServer
    void uniqueValueMovesBetweenTwoRequests(FaultProxy proxy) throws Exception {
        TursoSync turso = TursoSync.to(proxy.url()).pausing(duration -> {}).onConflict(ConflictPolicy.REMOTE_WINS);
        Instance.reset(directory.resolve("ada.db")).syncTo(turso).apply(Confirm.YES);
        try (Instance ada = Instance.of(directory, "ada", turso)) {
            ada.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)"
                    + " INSERT INTO people SELECT i, 'm' || i, 'n' || i, 'Bath' FROM n");
            ada.sync();
            ada.execute(
                    "UPDATE people SET email = NULL WHERE id = 1400",
                    "UPDATE people SET email = 'm1400' WHERE id = 1",
                    "UPDATE people SET city = 'Ulm' WHERE id > 1");
            proxy.when(Requests::commits, Fault.DROP_ANSWER);

            assertThat(ada.sync()).hasToString("1,500 rows pushed, no rows pulled, no conflicts");

            assertThat(ada.rows("SELECT count(*) FROM people")).containsExactly(List.of("1500"));
            assertThat(ada.replication().verify().isEqual()).isTrue();
        }
    }
}
