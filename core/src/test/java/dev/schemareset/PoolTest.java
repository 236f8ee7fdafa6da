package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.support.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/** The {@code Jdbi} of an application takes its connections from a pool. */
class PoolTest {

    @Table
    public record Item(@PrimaryKey Long id) {}

    private static final SchemaReset MODELS = SchemaReset.forModels(Item.class);

    private static final SchemaReset SHOP = SchemaReset.forPackage("dev.schemareset.fixture.shop");

    private static final List<String> TABLES = List.of("_schema_reset", "item");

    @TempDir
    private Path directory;

    /** All its connections are open, so that it gives the next one at once. */
    private static HikariDataSource pool(String url, int size) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        HikariDataSource pool = new HikariDataSource(config);
        tablesOfEach(pool);
        return pool;
    }

    /** What each connection of a pool sees. */
    private static List<List<String>> ofEach(HikariDataSource pool, String sql) throws SQLException {
        List<Connection> all = new ArrayList<>();
        List<List<String>> seen = new ArrayList<>();
        for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
            all.add(pool.getConnection());
            seen.add(Sqlite.query(all.get(i), sql));
        }
        for (Connection connection : all) {
            connection.close();
        }
        return seen;
    }

    private static List<List<String>> tablesOfEach(HikariDataSource pool) throws SQLException {
        return ofEach(pool, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    }

    private static void assertRefused(ThrowingCallable writing) {
        assertThatThrownBy(writing)
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage("""
                Cannot use the given Jdbi: its database is in memory, and every connection has one of its own.
                Your data: nothing was changed.
                What to do: hand over the Jdbi of one connection that stays open, Jdbi.create(connection), or of a pool of one; or let all share a database that one of them holds open, e.g. jdbc:sqlite:file:app?mode=memory&cache=shared.""");
    }

    @Test
    void poolWithAMemoryForEachConnectionIsRefusedBeforeAnythingIsChanged() throws Exception {
        try (HikariDataSource pool = pool("jdbc:sqlite::memory:", 4)) {
            SchemaReset reset = MODELS.database(Jdbi.create(pool));

            assertRefused(() -> reset.apply(Confirm.YES));
            assertRefused(() -> reset.protect("mine"));
            assertRefused(reset::unprotect);

            assertThat(tablesOfEach(pool)).containsExactly(List.of(), List.of(), List.of(), List.of());
        }
    }

    /** Its only connection is held while a second one is asked for. */
    @Test
    void poolOfOneConnectionInMemoryIsReset() throws Exception {
        try (HikariDataSource pool = pool("jdbc:sqlite::memory:", 1)) {
            SchemaReset reset = MODELS.database(Jdbi.create(pool));

            reset.apply(Confirm.YES);
            reset.jdbi().useHandle(handle -> handle.execute("INSERT INTO item VALUES (1)"));

            assertThat(reset.apply(Confirm.YES).dropped()).hasToString("[table item (1 row)]");
            assertThat(tablesOfEach(pool)).containsExactly(TABLES);
        }
    }

    /** Spring's proxy asks the pool for a connection only when it is used. */
    @Test
    void poolOfOneConnectionInMemoryBehindAProxyIsReset() throws Exception {
        try (HikariDataSource pool = pool("jdbc:sqlite::memory:", 1)) {
            SchemaReset reset = MODELS.database(Jdbi.create(new LazyConnectionDataSourceProxy(pool)));

            reset.apply(Confirm.YES);

            assertThat(tablesOfEach(pool)).containsExactly(TABLES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:pool?mode=memory&cache=shared", "file:/pool?vfs=memdb"})
    void poolOverOneMemoryThatItsConnectionsShareIsReset(String address) throws Exception {
        try (HikariDataSource pool = pool("jdbc:sqlite:" + address, 3)) {
            MODELS.database(Jdbi.create(pool)).apply(Confirm.YES);

            assertThat(tablesOfEach(pool)).containsExactly(TABLES, TABLES, TABLES);
            try (Connection connection = pool.getConnection()) {
                assertThat(Sqlite.query(connection, "PRAGMA busy_timeout")).containsExactly("3000");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void poolOverAFileIsReset(int size) throws Exception {
        try (HikariDataSource pool = pool("jdbc:sqlite:" + directory.resolve("local.db"), size)) {
            SchemaReset reset = MODELS.database(Jdbi.create(pool)).backups(directory.resolve("backups"), 1);
            reset.apply(Confirm.YES);
            reset.jdbi().useHandle(handle -> handle.execute("INSERT INTO item VALUES (1)"));

            assertThat(reset.apply(Confirm.YES).undo()).isPresent();
            assertThat(tablesOfEach(pool)).containsOnly(TABLES).hasSize(size);
        }
    }

    /** Whoever closes a connection of it closes them all. */
    @Test
    void jdbiThatClosesItsOnlyConnectionIsRefused() throws Exception {
        try (Connection connection = Sqlite.open(Path.of(":memory:"))) {
            Jdbi closing = Jdbi.create(() -> connection);

            assertRefused(() -> MODELS.database(closing).apply(Confirm.YES));
        }
    }

    private static final String FOREIGN_KEYS_NOTE =
            "Connections of the given Jdbi do not enforce foreign keys, unless jdbi() opens them. Switch it on where they are made,"
                    + " e.g. jdbc:sqlite:app.db?foreign_keys=true.";

    private static List<String> foreignKeysOfEach(HikariDataSource pool) throws SQLException {
        return ofEach(pool, "PRAGMA foreign_keys").stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Who uses the pool beside {@code jdbi()} gets connections as the pool makes them, or as {@code jdbi()} has left them. */
    @Test
    void poolThatDoesNotEnforceForeignKeysIsToldOf() throws Exception {
        try (HikariDataSource pool = pool("jdbc:sqlite:" + directory.resolve("local.db"), 2)) {
            SchemaReset reset = SHOP.database(Jdbi.create(pool));

            assertThat(reset.info().database().notes()).containsExactly(FOREIGN_KEYS_NOTE);
            assertThat(reset.info().toString()).contains("\nNote        " + FOREIGN_KEYS_NOTE + "\n");
            assertThat(reset.apply(Confirm.YES).notes()).containsExactly(FOREIGN_KEYS_NOTE);
            // Where there is no foreign key, nothing needs to be enforced.
            assertThat(MODELS.database(Jdbi.create(pool)).apply(Confirm.YES).notes())
                    .doesNotContain(FOREIGN_KEYS_NOTE);
            assertThat(foreignKeysOfEach(pool)).containsExactly("0", "0");

            reset.jdbi()
                    .useHandle(handle -> assertThat(Sqlite.query(handle.getConnection(), "PRAGMA foreign_keys"))
                            .containsExactly("1"));
            assertThat(foreignKeysOfEach(pool)).containsExactlyInAnyOrder("0", "1");
            assertThat(reset.info().database().notes()).containsExactly(FOREIGN_KEYS_NOTE);
        }
    }

    @Test
    void jdbiThatWasHandedOutBeforeTheResetIsToldOfToo() throws Exception {
        try (HikariDataSource pool = pool("jdbc:sqlite:" + directory.resolve("local.db"), 2)) {
            SchemaReset reset = SHOP.database(Jdbi.create(pool));
            reset.jdbi();

            assertThat(reset.apply(Confirm.YES).notes()).containsExactly(FOREIGN_KEYS_NOTE);
        }
    }

    /** Inside a transaction SQLite does not switch them on, and without auto-commit a connection always is. */
    @Test
    void jdbiThatCannotEnforceForeignKeysIsRefused() throws Exception {
        Path database = directory.resolve("local.db");
        SHOP.database(database).apply(Confirm.YES);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + database);
        config.setMaximumPoolSize(1);
        config.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Jdbi jdbi = SHOP.database(Jdbi.create(pool)).jdbi();

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(jdbi::open)
                        .isInstanceOf(UnusableDatabaseException.class)
                        .hasMessage("""
                                Cannot open the database %s: its connection does not enforce foreign keys, and is inside a transaction, where SQLite does not change that. Without auto-commit it always is.
                                Your data: nothing was changed.
                                What to do: switch it on where the connections are made, e.g. jdbc:sqlite:app.db?foreign_keys=true.""".formatted("(of the given Jdbi)"));
            }
        }
        config.setJdbcUrl("jdbc:sqlite:" + database + "?foreign_keys=true");
        try (HikariDataSource pool = new HikariDataSource(config)) {
            SHOP.database(Jdbi.create(pool))
                    .jdbi()
                    .useTransaction(handle -> assertThatThrownBy(() ->
                                    handle.execute("INSERT INTO products (name, price, maker_id) VALUES ('x', '1', 7)"))
                            .hasMessageContaining("FOREIGN KEY"));
        }
    }

    @Test
    void poolWhoseUrlEnforcesForeignKeysIsNotToldOf() throws Exception {
        try (HikariDataSource pool = pool("jdbc:sqlite:" + directory.resolve("local.db") + "?foreign_keys=true", 2)) {
            SchemaReset reset = SHOP.database(Jdbi.create(pool));

            assertThat(reset.apply(Confirm.YES).notes()).isEmpty();
            assertThat(reset.info().database().notes()).isEmpty();
            assertThat(foreignKeysOfEach(pool)).containsExactly("1", "1");
        }
    }

    @Test
    void poolWhoseInitialStatementEnforcesForeignKeysIsNotToldOf() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + directory.resolve("local.db"));
        config.setConnectionInitSql("PRAGMA foreign_keys = ON");
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThat(SHOP.database(Jdbi.create(pool)).apply(Confirm.YES).notes())
                    .isEmpty();
        }
    }

    @Test
    void fileBehindAJdbiIsNamed() {
        Path database = directory.resolve("local.db");
        SchemaReset reset = MODELS.database(Jdbi.create("jdbc:sqlite:" + database));

        assertThat(reset.info().toString()).startsWith("Database    " + database + "\n");
        assertThat(reset.verify().toString()).contains(database.toString());
        assertThat(reset.apply(Confirm.YES).database()).isEqualTo(database.toString());
        assertThat(reset.apply(Confirm.YES).toString()).startsWith("Reset " + database + " in ");
        assertThatThrownBy(() -> reset.apply(Confirm.NO))
                .hasMessageStartingWith("The reset of the database " + database + " was not confirmed.");
    }

    @Test
    void memoryBehindAJdbiIsNamed() throws Exception {
        try (Connection connection = Sqlite.open(Path.of(":memory:"))) {
            SchemaReset reset = MODELS.database(Jdbi.create(connection));

            assertThat(reset.apply(Confirm.YES).database()).isEqualTo("in memory (of the given Jdbi)");
        }
    }

    @Test
    void jdbiThatCannotConnectIsNamed() {
        Jdbi jdbi = Jdbi.create(() -> {
            throw new SQLException("no route");
        });

        assertThatThrownBy(() -> MODELS.database(jdbi).apply(Confirm.YES)).hasMessage("""
                Cannot open the database (of the given Jdbi): java.sql.SQLException: no route
                Your data: nothing was changed.
                What to do: check what the Jdbi was created with, e.g. that the directory of the file exists.""");
    }
}
