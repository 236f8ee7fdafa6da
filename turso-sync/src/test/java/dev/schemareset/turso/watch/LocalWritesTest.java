package dev.schemareset.turso.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noticed of a real file. */
class LocalWritesTest {

    @TempDir
    private Path directory;

    private Path file;
    private SchemaReset reset;

    @BeforeEach
    void create() {
        file = directory.resolve("a.db");
        reset = SchemaReset.forPackage("dev.schemareset.turso.family")
                .withoutBackup()
                .database(file);
        reset.apply(Confirm.YES);
    }

    @Test
    void eachCommitOnceAndNothingElse() throws Exception {
        try (LocalWrites writes = LocalWrites.of(reset.localDatabase());
                Connection application = Sqlite.open(file)) {
            assertThat(writes.happened()).as("before the first call").isTrue();
            assertThat(writes.happened()).isFalse();

            Sqlite.execute(application, "SELECT * FROM cells");
            assertThat(writes.happened()).isFalse();

            Sqlite.execute(application, "BEGIN IMMEDIATE");
            Sqlite.execute(application, "INSERT INTO cells VALUES (1, 'a', 1)");
            assertThat(writes.happened()).as("before the commit").isFalse();
            Sqlite.execute(application, "COMMIT");
            assertThat(writes.happened()).isTrue();
            assertThat(writes.happened()).isFalse();

            Sqlite.execute(application, "BEGIN IMMEDIATE");
            Sqlite.execute(application, "INSERT INTO cells VALUES (2, 'a', 1)");
            Sqlite.execute(application, "ROLLBACK");
            assertThat(writes.happened()).isFalse();
        }
    }

    @Test
    void anotherFileInItsPlace() throws Exception {
        Path other = directory.resolve("b.db");
        Files.copy(file, other);
        try (LocalWrites writes = LocalWrites.of(reset.localDatabase())) {
            writes.happened();
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

            assertThat(writes.happened()).isTrue();
            assertThat(writes.happened()).isFalse();
            try (Connection application = Sqlite.open(file)) {
                Sqlite.execute(application, "INSERT INTO cells VALUES (1, 'a', 1)");
            }
            assertThat(writes.happened()).isTrue();
        }
    }

    @Test
    void whereNothingCanBeToldSomethingMayHaveBeenWritten() throws Exception {
        try (LocalWrites writes = LocalWrites.of(reset.localDatabase())) {
            writes.happened();
            Files.delete(file);

            assertThat(writes.happened()).isTrue();
            assertThat(writes.happened()).isTrue();
        }
    }
}
