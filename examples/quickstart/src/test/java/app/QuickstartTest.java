package app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.models.Team;
import app.models.User;
import dev.schemareset.Confirm;
import dev.schemareset.Migration;
import dev.schemareset.ResetReport;
import dev.schemareset.SchemaReset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation shows, done. */
class QuickstartTest {

    private static final SchemaReset MODELS = SchemaReset.forPackage("app.models");

    @TempDir
    private Path directory;

    @Test
    void generateAndApply() throws Exception {
        Path local = directory.resolve("local.db");
        Path sql = directory.resolve("db/migrations/sql");

        SchemaReset reset = SchemaReset.forPackage("app.models") // and its sub-packages
                .database(local) // default: $LOCAL_DB_PATH, else local.db
                .migrationsDirectory(sql); // default: db/migrations/sql

        Migration migration = reset.generate(); // writes <UTC time>_schema_reset.sql, changes nothing
        ResetReport report = reset.apply(Confirm.YES); // drops ALL, creates it again, in one transaction
        System.out.println(report); // what was dropped with its rows, what was created, how long it took

        assertThat(migration.path()).hasContent(migration.sql());
        assertThat(report.created()).hasSize(3);
        assertThat(Files.exists(local)).isTrue();
    }

    @Test
    void readAndWrite() {
        SchemaReset reset = SchemaReset.forPackage("app.models").database(directory.resolve("local.db"));
        reset.apply(Confirm.YES);

        Jdbi jdbi = reset.jdbi(); // foreign keys on, WAL, waits for locks, knows the models and their types
        jdbi.useTransaction(handle -> {
            handle.createUpdate("INSERT INTO teams (name) VALUES (:name)")
                    .bindMethods(new Team(null, "Blue"))
                    .execute();
            handle.execute("INSERT INTO users (email, team_id, role) VALUES (?, ?, ?)", "ada@example.org", 1, "ADMIN");
        });
        List<User> users = jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM users").mapTo(User.class).list());

        assertThat(users).singleElement().satisfies(user -> {
            assertThat(user.role()).isEqualTo(User.Role.ADMIN);
            assertThat(user.name()).isNull();
        });
    }

    @Test
    void databaseOfATest() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            SchemaReset reset = MODELS.database(Jdbi.create(connection));
            reset.apply(Confirm.YES);
            Jdbi jdbi = reset.jdbi(); // your Jdbi, with foreign keys on and the plugin installed
            jdbi.useHandle(handle -> handle.execute("INSERT INTO teams (name) VALUES ('Blue')"));
        }
    }

    @Test
    void databaseOfATestWatchesForeignKeys() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            SchemaReset reset = MODELS.database(Jdbi.create(connection));
            reset.apply(Confirm.YES);
            Jdbi jdbi = reset.jdbi();

            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                            "INSERT INTO users (email, team_id, role) VALUES ('ada@example.org', 7, 'ADMIN')")))
                    .hasMessageContaining("FOREIGN KEY constraint failed");
            assertThat(reset.info().differences()).isEmpty();
        }
    }
}
