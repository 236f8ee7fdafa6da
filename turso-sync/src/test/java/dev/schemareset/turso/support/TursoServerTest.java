package dev.schemareset.turso.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The real servers, as the tests use them. */
class TursoServerTest {

    @OnEachServer
    void isKilledAndStartedAgainWithWhatItStored(TursoServer server) throws Exception {
        String url = server.url();
        RawPipeline.execute(url, "CREATE TABLE t(a, b)", "INSERT INTO t VALUES ('x', NULL), (x'00ff', 2.5)");
        server.kill();
        assertThatThrownBy(() -> RawPipeline.query(url, "SELECT 1")).isInstanceOf(IOException.class);
        server.restart();
        assertThat(server.url()).isEqualTo(url);
        assertThat(RawPipeline.query(url, "SELECT a, b FROM t"))
                .extracting(List::toString)
                .containsExactly("[x, null]", "[AP8, 2.5]");
        server.restartEmpty();
        assertThat(RawPipeline.query(url, "SELECT name FROM sqlite_schema")).isEmpty();
    }

    @OnEachServer
    void twoDoNotMeet(TursoServer one, TursoServers servers) throws Exception {
        TursoServer two = servers.start();
        assertThat(two.kind()).isEqualTo(one.kind());
        RawPipeline.execute(one.url(), "CREATE TABLE only_in_one(a)");
        String tables = "SELECT name FROM sqlite_schema WHERE name = 'only_in_one'";
        assertThat(RawPipeline.query(one.url(), tables)).hasSize(1);
        assertThat(RawPipeline.query(two.url(), tables)).isEmpty();
    }

    @Test
    @WithServer(ServerKind.TURSODB_0_7)
    void allowsWhatIsExperimental(TursoServer without, TursoServers servers) throws Exception {
        String[] statements = {
            "CREATE TABLE w(a PRIMARY KEY) WITHOUT ROWID", "CREATE TABLE g(a, b AS (a + 1))",
        };
        for (String statement : statements) {
            assertThatThrownBy(() -> RawPipeline.execute(without.url(), statement))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("experimental");
        }
        TursoServer with = servers.start(ServerKind.TURSODB_0_7, "without-rowid", "generated-columns");
        RawPipeline.execute(with.url(), statements);
    }

    @Test
    @WithServer(ServerKind.TURSODB_0_7)
    void tellsWhyItDoesNotStart(TursoServers servers) {
        assertThatThrownBy(() -> servers.start(ServerKind.TURSODB_0_7, "time-travel"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("--experimental-time-travel");
    }
}
