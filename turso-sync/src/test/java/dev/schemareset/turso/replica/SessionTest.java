package dev.schemareset.turso.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.support.Sqlite;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

    @TempDir
    private Path directory;

    /** SQLite rolls back by itself, e.g. when the disk is full; then there is nothing to roll back any more. */
    @Test
    void firstFailureIsNotHiddenByTheRollback() throws Exception {
        try (Session session = new Session(Sqlite.open(directory.resolve("local.db")))) {
            assertThatThrownBy(() -> session.reading(() -> rolledBack(session)))
                    .hasMessageContaining("no such table: nowhere")
                    .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessageContaining("cannot rollback"));
            assertThatThrownBy(() -> session.writing(() -> rolledBack(session)))
                    .hasMessageContaining("no such table: nowhere")
                    .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessageContaining("cannot rollback"));
        }
    }

    private static Object rolledBack(Session session) throws SQLException {
        session.execute("ROLLBACK");
        return session.number("SELECT a FROM nowhere");
    }
}
