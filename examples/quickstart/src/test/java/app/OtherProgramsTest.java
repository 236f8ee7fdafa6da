package app;

import static org.assertj.core.api.Assertions.assertThat;

import app.models.User;
import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program writes is read, and SQLite understands what is stored. */
class OtherProgramsTest {

    @TempDir
    private Path directory;

    private SchemaReset reset;

    @BeforeEach
    void anotherProgramWritesAUser() throws Exception {
        reset = SchemaReset.forPackage("app.models").database(directory.resolve("local.db"));
        reset.apply(Confirm.YES);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("local.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO teams VALUES (1, 'Blue')");
            statement.execute("INSERT INTO users (email, team_id, role, created_at)"
                    + " VALUES ('ada@example.org', 1, 'ADMIN', '2026-01-02 03:04:05')");
        }
    }

    @Test
    void timeWithASpaceIsReadAsUtc() {
        Instant createdAt = reset.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM users")
                        .mapTo(User.class)
                        .one()
                        .createdAt());

        assertThat(createdAt).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void sqliteUnderstandsTheTime() {
        try (Handle handle = reset.jdbi().open()) {
            handle.createUpdate("UPDATE users SET created_at = :time")
                    .bind("time", Instant.parse("2026-11-30T23:59:59.999999999Z"))
                    .execute();

            String month = handle.createQuery("SELECT strftime('%Y-%m', created_at) FROM users")
                    .mapTo(String.class)
                    .one();

            assertThat(month).isEqualTo("2026-11");
        }
    }
}
