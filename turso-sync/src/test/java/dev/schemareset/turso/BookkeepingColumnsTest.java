package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What other tools read of the tables that SchemaReset makes, on both sides. */
class BookkeepingColumnsTest {

    private static final String TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"
            + " AND substr(name, 1, 7) <> 'sqlite_' AND substr(name, 1, 16) <> '__turso_internal' ORDER BY name";

    /** Each in another storage class, or a text that looks like a number. */
    private static final List<String> VALUES =
            List.of("3", "'3'", "3.0", "'3.0'", "'03'", "' 3'", "X'33'", "NULL", "''");

    @TempDir
    private Path directory;

    /** Hibernate fails at a table that has a column without one, also where no entity is stored there. */
    @OnEachServer
    void eachColumnHasATypeAndNoColumnOfAKeyIsNullable(TursoServer server) throws Exception {
        SchemaReset shop = reset(server);
        shop.protect("to have all tables");
        Path database = directory.resolve("local.db");

        List<String> local = Sqlite.query(database, TABLES);
        assertThat(local)
                .contains("_schema_reset", "_schema_reset_protection", "_sync_log", "_sync_meta", "_sync_ctx")
                .contains("_sync_conflict", "_sync_conflict_value", "makers", "products");
        for (String table : local) {
            assertTyped(Sqlite.rows(database, columnsOf(table)), table);
        }
        List<List<String>> remote = RawPipeline.query(server.url(), TABLES);
        assertThat(remote)
                .extracting(row -> row.get(0))
                .contains("_schema_reset", "_schema_reset_protection", "_sync_log", "_sync_meta", "_sync_ctx")
                .contains("_sync_peer", "_sync_schema", "makers", "products");
        for (List<String> table : remote) {
            assertTyped(RawPipeline.query(server.url(), columnsOf(table.get(0))), table.get(0));
        }
    }

    private static String columnsOf(String table) {
        return "PRAGMA table_info(\"" + table + "\")";
    }

    private static void assertTyped(List<List<String>> columns, String table) {
        assertThat(columns).as("columns of %s", table).isNotEmpty().allSatisfy(column -> {
            assertThat(column.get(2)).as("type of %s", column).isNotEmpty();
            assertThat(column.get(5).equals("0") || column.get(3).equals("1"))
                    .as("%s is no nullable column of a key", column)
                    .isTrue();
        });
    }

    @OnEachServer
    void theirColumnsKeepEachValueAsItIs(TursoServer server) throws Exception {
        reset(server);
        Path database = directory.resolve("local.db");

        for (String value : VALUES) {
            Sqlite.execute(database, "INSERT INTO _sync_log (tbl, k1) VALUES ('t', " + value + ")");
            Sqlite.execute(
                    database,
                    "INSERT INTO _sync_conflict_value SELECT count(*), 0, 'c', 0, %1$s, %1$s FROM _sync_conflict_value"
                            .formatted(value));
            RawPipeline.execute(server.url(), "INSERT INTO _sync_log (tbl, k1, nonce) VALUES ('t', " + value + ", 0)");
        }

        assertThat(Sqlite.query(database, "SELECT quote(k1) FROM _sync_log ORDER BY seq"))
                .isEqualTo(VALUES);
        assertThat(Sqlite.query(database, "SELECT quote(local) FROM _sync_conflict_value ORDER BY conflict"))
                .isEqualTo(VALUES);
        assertThat(Sqlite.query(database, "SELECT quote(remote) FROM _sync_conflict_value ORDER BY conflict"))
                .isEqualTo(VALUES);
        assertThat(RawPipeline.query(server.url(), "SELECT quote(k1) FROM _sync_log ORDER BY seq"))
                .extracting(row -> row.get(0))
                .isEqualTo(VALUES);
        RawPipeline.execute(
                server.url(),
                "CREATE TABLE texts (k TEXT PRIMARY KEY) STRICT",
                "INSERT INTO texts VALUES ('3'), ('3.0'), ('03'), (' 3'), ('')");
        assertThat(RawPipeline.query(
                        server.url(),
                        "SELECT count(*) FROM texts WHERE EXISTS"
                                + " (SELECT 1 FROM _sync_log WHERE k1 = k AND typeof(k1) = 'text')"))
                .as("texts that equal a text of the log")
                .containsExactly(List.of("5"));
    }

    private SchemaReset reset(TursoServer server) {
        SchemaReset shop = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(directory.resolve("local.db"))
                .syncTo(TursoSync.to(server.url()));
        shop.apply(Confirm.YES);
        return shop;
    }
}
