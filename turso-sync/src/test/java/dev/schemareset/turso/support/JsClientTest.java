package dev.schemareset.turso.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official client works on what was made over HTTP. */
class JsClientTest {

    private static final String TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";

    @TempDir
    Path directory;

    @OnEachServer(except = ServerKind.SQLD)
    void readsAndWritesWithOthers(TursoServer server) throws Exception {
        RawPipeline.execute(
                server.url(),
                "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT)",
                "INSERT INTO t VALUES (1, 'over http')");
        try (JsClient client = JsClient.connect(server.url(), directory.resolve("client"))) {
            assertThat(client.query("SELECT * FROM t")).containsExactly(List.of("1", "over http"));
            assertThat(client.pull()).isFalse();
            assertThat(RawPipeline.query(server.url(), TABLES)).containsExactly(List.of("t"));

            client.execute("INSERT INTO t VALUES (2, 'by JavaScript')");
            client.push();
            assertThat(RawPipeline.query(server.url(), "SELECT * FROM t"))
                    .containsExactly(List.of("1", "over http"), List.of("2", "by JavaScript"));
            assertThat(RawPipeline.query(server.url(), TABLES))
                    .as("it remembers on the server what it pushed")
                    .containsExactly(List.of("t"), List.of("turso_sync_last_change_id"));

            RawPipeline.execute(server.url(), "INSERT INTO t VALUES (3, NULL)");
            assertThat(client.pull()).isTrue();
            assertThat(client.query("SELECT name FROM t WHERE id = 3"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsOnlyNulls());
        }
    }

    @Test
    @WithServer(ServerKind.TURSODB_0_7)
    void showsItsToken(TursoServer server, FaultProxy proxy) throws Exception {
        proxy.accept("secret");
        RawPipeline.execute(server.url(), "CREATE TABLE t(id INTEGER PRIMARY KEY)");
        try (JsClient client = JsClient.connect(proxy.url(), "secret", directory.resolve("client"))) {
            assertThat(client.query("SELECT * FROM t")).isEmpty();
        }
        assertThatThrownBy(() -> JsClient.connect(proxy.url(), "wrong", directory.resolve("other")))
                .hasMessageContaining("401");
    }
}
