package app.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.ProtectedDatabaseException;
import dev.schemareset.turso.TursoSync;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.Requests;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation shows of a database on Turso, done. */
@WithServer
class DatabasesTest {

    @TempDir
    private Path directory;

    private SchemaReset both(TursoSync turso) {
        return SchemaReset.forPackage("app.models")
                .database(directory.resolve("local.db"))
                .syncTo(turso);
    }

    @Test
    void databaseIsNamedWithoutItsToken() {
        assertThat(Databases.named("secret")).hasToString("libsql://shop-acme.turso.io");
    }

    @Test
    void tokenIsAskedForAgain(TursoServer server) {
        AtomicInteger asked = new AtomicInteger();

        both(Databases.withTokensThatExpire(server.url(), () -> "token-" + asked.incrementAndGet()))
                .apply(Confirm.YES);

        assertThat(asked).hasValueGreaterThan(1);
    }

    @Test
    void resetThatFailedMidwayIsFinished(TursoServer server, FaultProxy proxy) throws Exception {
        SchemaReset both = both(TursoSync.to(proxy.url()));
        proxy.when(Requests::commits, Fault.status(400));

        Databases.reset(both);
        assertThat(both.verify().isEmpty()).isTrue();
        assertThat(tables(server)).isEmpty();

        Databases.retry(both);
        assertThat(tables(server)).contains(List.of("teams"), List.of("users"));
        assertThat(both.finish()).isEmpty();
    }

    @Test
    void protectionIsInBothDatabases(TursoServer server) {
        SchemaReset both = both(TursoSync.to(server.url()));
        both.apply(Confirm.YES);

        both.protect("real customers"); // in both databases

        SchemaReset another = both.database(directory.resolve("another.db"));
        assertThatThrownBy(() -> another.apply(Confirm.YES)).isInstanceOf(ProtectedDatabaseException.class);
        both.unprotect();
        another.apply(Confirm.YES);
    }

    private static List<List<String>> tables(TursoServer server) throws Exception {
        return RawPipeline.query(server.url(), "SELECT name FROM sqlite_schema WHERE type = 'table'");
    }
}
