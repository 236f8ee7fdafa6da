package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.fixture.shop.Product;
import dev.schemareset.support.Sqlite;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application's way to the database. */
class JdbiTest {

    @TempDir
    private Path directory;

    private SchemaReset reset;

    @BeforeEach
    void shop() {
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop").database(directory.resolve("local.db"));
    }

    @Test
    void isReadyForTheModels() {
        reset.apply(Confirm.YES);
        Product lamp = new Product(1L, "Lamp", new BigDecimal("19.90"), Optional.empty());

        try (Handle handle = reset.jdbi().open()) {
            handle.createUpdate("INSERT INTO products(name, price, maker_id) VALUES (:name, :price, :makerId)")
                    .bindMethods(new Product(null, "Lamp", new BigDecimal("19.90"), Optional.empty()))
                    .execute();

            assertThat(handle.createQuery("SELECT * FROM products")
                            .mapTo(Product.class)
                            .list())
                    .containsExactly(lamp);
            assertThat(pragma(handle, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(handle, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(handle, "busy_timeout")).isEqualTo("5000");
            assertThatThrownBy(() -> handle.execute("INSERT INTO products(name, price, maker_id) VALUES ('a', '1', 7)"))
                    .hasMessageContaining("FOREIGN KEY constraint failed");
        }
    }

    @Test
    void parametersOfAUrlWin() {
        reset.apply(Confirm.YES);
        SchemaReset byUrl =
                reset.database("jdbc:sqlite:" + directory.resolve("local.db") + "?busy_timeout=7&foreign_keys=false");

        try (Handle handle = byUrl.jdbi().open()) {
            assertThat(pragma(handle, "foreign_keys")).isEqualTo("0");
            assertThat(pragma(handle, "busy_timeout")).isEqualTo("7");
        }
    }

    @Test
    void givenOneEnforcesForeignKeysToo() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            SchemaReset inMemory = reset.database(Jdbi.create(connection));
            inMemory.apply(Confirm.YES);

            assertThatThrownBy(() -> inMemory.jdbi()
                            .useHandle(handle ->
                                    handle.execute("INSERT INTO products(name, price, maker_id) VALUES ('a', '1', 7)")))
                    .hasMessageContaining("FOREIGN KEY constraint failed");
        }
    }

    /** SQLite does not wait for the lock that it needs to switch to a write-ahead log. */
    @Test
    void opensWhileAnotherConnectionWrites() throws Exception {
        reset.apply(Confirm.YES);

        try (Connection other = Sqlite.open(directory.resolve("local.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try (Handle handle = reset.jdbi().open()) {
                assertThat(pragma(handle, "journal_mode")).isEqualTo("delete");
            }
            statement.execute("ROLLBACK");
        }
        try (Handle handle = reset.jdbi().open()) {
            assertThat(pragma(handle, "journal_mode")).isEqualTo("wal");
        }
    }

    @Table
    public record Titled(@PrimaryKey Long id, String title) {
        public Titled(String title) {
            this(null, title);
        }
    }

    @Test
    void recordMayHaveMoreConstructors() {
        SchemaReset titled = SchemaReset.forModels(Titled.class).database(directory.resolve("local.db"));
        titled.apply(Confirm.YES);

        List<Titled> read = titled.jdbi()
                .withHandle(handle -> handle.createQuery("INSERT INTO titled(title) VALUES ('a') RETURNING *")
                        .mapTo(Titled.class)
                        .list());

        assertThat(read).containsExactly(new Titled(1L, "a"));
    }

    private static String pragma(Handle handle, String name) {
        return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
    }
}
