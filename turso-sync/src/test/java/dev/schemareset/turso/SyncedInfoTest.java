package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.DatabaseInfo;
import dev.schemareset.SchemaReset;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What is told of both sides. */
class SyncedInfoTest {

    @TempDir
    private Path directory;

    private SchemaReset shop(TursoServer server) {
        return SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(directory.resolve("local.db"))
                .syncTo(TursoSync.to(server.url()).pausing(duration -> {}));
    }

    private String normalised(DatabaseInfo info) {
        return info.toString()
                .replace(directory.toString(), "DIR")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "HOST")
                .replaceAll("Turso of [-0-9]{10}, SQLite [0-9.]+|libSQL, SQLite [0-9.]+", "SERVER")
                .replaceAll("SQLite      [0-9.]+", "SQLite      VERSION")
                .replaceAll("[-0-9]{10}T[0-9:.]{12}Z", "TIME")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "EPOCH")
                .replaceAll("[0-9,]+ bytes", "BYTES");
    }

    @OnEachServer
    void bothSides(TursoServer server) throws Exception {
        assertThat(normalised(shop(server).info())).contains("""

                Sync        http://HOST, SERVER
                Remote      is not in step with this database
                  Stamp     none: there is no table
                """);
        String fingerprint = shop(server).apply(Confirm.YES).plan().fingerprint();
        RawPipeline.execute(server.url(), "INSERT INTO makers(name) VALUES ('a'), ('b')");
        Sqlite.execute(directory.resolve("local.db"), "INSERT INTO makers(name) VALUES ('c')");
        shop(server).protect("real");

        assertThat(normalised(shop(server).info())).isEqualTo("""
                Database    DIR/local.db
                Size        BYTES
                SQLite      VERSION, journal mode delete
                Models      2 tables, 1 index from dev.schemareset.fixture.shop
                Schema      agrees with the models
                Stamp       reset 1, at TIME by SchemaReset 0.1.0-SNAPSHOT, from models in dev.schemareset.fixture.shop
                Protected   since TIME: "real"
                Sync        http://HOST, SERVER
                Remote      agrees with this database: schema %s, epoch EPOCH
                  Stamp     reset 1, at TIME by SchemaReset 0.1.0-SNAPSHOT, from models in dev.schemareset.fixture.shop
                  Lock      since TIME: "real"
                No @Table   dev.schemareset.fixture.shop.Size

                Table           Rows
                makers             1
                products           0

                Remote table        Rows
                makers                 2
                products               0""".formatted(fingerprint.substring(0, 12)));
    }

    @OnEachServer
    void otherSideThatWasAlteredOrResetByAnother(TursoServer server) throws Exception {
        shop(server).apply(Confirm.YES);
        RawPipeline.execute(
                server.url(),
                "ALTER TABLE makers ADD COLUMN country TEXT",
                "DROP INDEX products_name_idx",
                "CREATE VIEW extra AS SELECT 1");

        assertThat(normalised(shop(server).info()))
                .contains(
                        "\nRemote      was altered since its reset: table makers was changed, view extra was added, index products_name_idx is missing\n");

        shop(server).database(directory.resolve("another.db")).apply(Confirm.YES);

        assertThat(normalised(shop(server).info()))
                .containsPattern(
                        "\nRemote      is not in step with this database: schema [0-9a-f]{12}, epoch EPOCH; this one has the epoch EPOCH\n");
    }

    @OnEachServer
    void otherSideThatCannotBeSeen(TursoServer server) {
        shop(server).apply(Confirm.YES);
        server.kill();

        assertThat(normalised(shop(server).info())).contains("""

                Sync        http://HOST
                Remote      cannot be seen. Cannot read from http://HOST: no connection came about. It was tried 5 times.
                No @Table   dev.schemareset.fixture.shop.Size
                """);
    }
}
