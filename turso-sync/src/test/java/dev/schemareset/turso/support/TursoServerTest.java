package dev.schemareset.turso.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real servers, as the tests use them. */
class TursoServerTest {

    private static final String AVAILABLE = "dev.schemareset.turso.support.ServerKind#available";

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource(AVAILABLE)
    void isKilledAndStartedAgainWithWhatItStored(ServerKind kind) throws Exception {
        try (TursoServer server = TursoServer.start(kind, directory)) {
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
    }

    @ParameterizedTest
    @MethodSource(AVAILABLE)
    void twoDoNotMeet(ServerKind kind) throws Exception {
        try (TursoServer one = TursoServer.start(kind, directory.resolve("one"));
                TursoServer two = TursoServer.start(kind, directory.resolve("two"))) {
            RawPipeline.execute(one.url(), "CREATE TABLE only_in_one(a)");
            String tables = "SELECT name FROM sqlite_schema WHERE name = 'only_in_one'";
            assertThat(RawPipeline.query(one.url(), tables)).hasSize(1);
            assertThat(RawPipeline.query(two.url(), tables)).isEmpty();
        }
    }

    @Test
    void takesFlags() throws Exception {
        String[] statements = {
            "CREATE TABLE w(a PRIMARY KEY) WITHOUT ROWID", "CREATE TABLE g(a, b AS (a + 1))",
        };
        try (TursoServer server = TursoServer.start(ServerKind.TURSODB_0_7, directory.resolve("without"))) {
            for (String statement : statements) {
                assertThatThrownBy(() -> RawPipeline.execute(server.url(), statement))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("experimental");
            }
        }
        String[] flags = {"--experimental-without-rowid", "--experimental-generated-columns"};
        try (TursoServer server = TursoServer.start(ServerKind.TURSODB_0_7, directory.resolve("with"), flags)) {
            RawPipeline.execute(server.url(), statements);
        }
    }

    @Test
    void tellsWhyItDoesNotStart() {
        ServerKind.TURSODB_0_7.program(); // or the test is skipped
        assertThatThrownBy(() -> TursoServer.start(ServerKind.TURSODB_0_7, directory, "--no-such-flag"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("--no-such-flag");
    }
}
