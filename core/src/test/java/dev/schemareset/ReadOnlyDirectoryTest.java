package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.support.Sqlite;
import dev.schemareset.support.WithoutPrivilege;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database in a directory that may not be written, as one file mounted into a container: what can be read is read. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadOnlyDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void walDatabaseAtRestIsRead() throws Exception {
        WithoutPrivilege.run(directory, AtRest.class);
    }

    @Test
    void walDatabaseInUseIsReadWithItsLog() throws Exception {
        WithoutPrivilege.run(directory, InUse.class);
    }

    @Test
    void logWithoutIndexIsTold() throws Exception {
        WithoutPrivilege.run(directory, LogWithoutIndex.class);
    }

    @Test
    void journalThatCannotBeRolledBackIsTold() throws Exception {
        WithoutPrivilege.run(directory, HotJournal.class);
    }

    /** The file may be written, its directory may not. */
    public static final class AtRest {
        public static void main(String[] arguments) throws Exception {
            Fixture fixture = new Fixture(Path.of(arguments[0]));
            fixture.reset.apply(Confirm.YES);
            fixture.reset.jdbi().useHandle(handle -> handle.execute("INSERT INTO makers(name) VALUES ('Acme')"));
            assertThat(fixture.files()).containsExactly("local.db");
            byte[] before = Files.readAllBytes(fixture.database);

            fixture.closeDirectory();
            fixture.reset.verify().assertInSync();
            assertThat(fixture.reset.info().toString()).contains("\nmakers             1\n");
            assertThat(fixture.reset.plan().found().summary()).contains("1 row");
            assertThat(fixture.reset.generate().plan().found().summary()).contains("1 row");
            assertThat(fixture.reset.undo()).isEmpty();
            assertThatThrownBy(() -> fixture.reset.apply(Confirm.YES))
                    .isInstanceOf(UnusableDatabaseException.class)
                    .hasMessageContaining("is read-only, and SQLite keeps its journal in it");
            assertThat(fixture.files()).containsExactly("local.db");
            assertThat(fixture.database).hasBinaryContent(before);
        }
    }

    /** The log and its index are there, as in a directory that another user's program writes. */
    public static final class InUse {
        public static void main(String[] arguments) throws Exception {
            Fixture fixture = new Fixture(Path.of(arguments[0]));
            Sqlite.execute(fixture.database, "PRAGMA journal_mode = WAL", "CREATE TABLE old(a)");
            try (Connection writer = Sqlite.open(fixture.database)) {
                Sqlite.execute(writer, "INSERT INTO old VALUES (1)");
                fixture.closeDirectory();
                assertThat(fixture.reset.info().tables()).hasToString("[table old (1 row)]");
                fixture.openDirectory();
            }
        }
    }

    /** The log of a killed program, whose index was lost. */
    public static final class LogWithoutIndex {
        public static void main(String[] arguments) throws Exception {
            Fixture fixture = new Fixture(Path.of(arguments[0]));
            fixture.copyInUse("-wal", "PRAGMA journal_mode = WAL", "CREATE TABLE old(a)");
            fixture.closeDirectory();
            assertThatThrownBy(fixture.reset::verify)
                    .isInstanceOf(UnusableDatabaseException.class)
                    .hasMessage("""
                            Cannot read the database %1$s: some of it is in %1$s-wal, for which SQLite needs an index, %1$s-shm, and the directory is read-only.
                            Your data: nothing was changed.
                            What to do: give this process write permission to the directory; or end the program that writes the database, or open and close it once where it may be written, so that the log is copied into the file.""".formatted(fixture.database));
        }
    }

    /** The journal of a killed program. */
    public static final class HotJournal {
        public static void main(String[] arguments) throws Exception {
            Fixture fixture = new Fixture(Path.of(arguments[0]));
            fixture.copyInUse(
                    "-journal",
                    "CREATE TABLE old(a)",
                    "PRAGMA cache_size = 1",
                    "BEGIN",
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
                            + " INSERT INTO old SELECT randomblob(100) FROM n");
            byte[] before = Files.readAllBytes(fixture.database);
            fixture.closeDirectory();
            assertThatThrownBy(fixture.reset::verify)
                    .isInstanceOf(UnusableDatabaseException.class)
                    .hasMessage("""
                            Cannot read the database %1$s: an interrupted program left the journal %1$s-journal, which must be rolled back first, and the directory is read-only.
                            Your data: nothing was changed.
                            What to do: give this process write permission to the directory; or open the database once where it may be written, e.g. with the sqlite3 shell.""".formatted(fixture.database));
            assertThat(fixture.database).hasBinaryContent(before);
        }
    }

    private static final class Fixture {

        private final Path directory;
        private final Path database;
        private final SchemaReset reset;

        Fixture(Path root) throws IOException {
            this.directory = Files.createDirectory(root.resolve("closed"));
            this.database = directory.resolve("local.db");
            this.reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                    .database(database)
                    .migrationsDirectory(root.resolve("sql"));
        }

        /** As a killed program leaves a file and one of its journals. */
        void copyInUse(String journal, String... statements) throws IOException, SQLException {
            Path original = directory.resolveSibling("original.db");
            try (Connection writer = Sqlite.open(original)) {
                Sqlite.execute(writer, statements);
                Files.copy(original, database);
                Files.copy(Path.of(original + journal), Path.of(database + journal));
            }
        }

        void closeDirectory() throws IOException {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
        }

        void openDirectory() throws IOException {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        List<String> files() {
            return List.of(directory.toFile().list());
        }
    }
}
