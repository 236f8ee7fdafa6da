package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.turso.support.JsClient;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What we reset is a database like any other to Turso's own client, which copies pages and so only speaks to Turso's own engine. */
class OfficialClientTest {

    @TempDir
    private Path directory;

    @OnEachServer
    void itOpensReadsAndWritesWhatWasReset(TursoServer server) throws Exception {
        SchemaReset reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(directory.resolve("local.db"))
                .syncTo(TursoSync.to(server.url()));
        String fingerprint = reset.apply(Confirm.YES).plan().fingerprint();
        RawPipeline.execute(server.url(), "INSERT INTO makers VALUES (7, 'ours')");
        try (JsClient client = JsClient.connect(server.url(), directory.resolve("client"))) {
            assertThat(client.query("SELECT fingerprint FROM _schema_reset")).containsExactly(List.of(fingerprint));
            assertThat(client.query("SELECT id, name FROM makers")).containsExactly(List.of("7", "ours"));

            client.execute("INSERT INTO products VALUES (1, 'lamp', '9.50', 7)");
            client.push();

            assertThat(RawPipeline.query(server.url(), "SELECT id, name, price, maker_id FROM products"))
                    .containsExactly(List.of("1", "lamp", "9.50", "7"));

            assertThat(reset.info().toString())
                    .contains("\nRemote      agrees with this database: ")
                    .contains("\nproducts               1");

            reset.apply(Confirm.YES);

            client.pull();
            assertThat(client.query("SELECT count(*) FROM products")).containsExactly(List.of("0"));
            client.execute("INSERT INTO makers VALUES (8, 'theirs')");
            client.push();
            assertThat(RawPipeline.query(server.url(), "SELECT id, name FROM makers"))
                    .containsExactly(List.of("8", "theirs"));
        }
    }
}
