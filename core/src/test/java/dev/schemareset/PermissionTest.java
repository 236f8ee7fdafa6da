package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.ResetFailedException;
import dev.schemareset.error.SchemaResetException;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.support.Sqlite;
import dev.schemareset.support.WithoutPrivilege;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A permission that is missing is told with its place, and nothing changes; what is not needed for reading keeps nobody from it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PermissionTest {

    private static final String ALL = "rwxrwxrwx";

    @TempDir
    private Path directory;

    @Test
    void whatIsForbiddenIsToldAndChangesNothing() throws Exception {
        WithoutPrivilege.run(directory, Unprivileged.class);
    }

    /** What the process without privileges does. The group and others may do all that its owner may not. */
    public static final class Unprivileged {

        private final Path directory;
        private final Path database;
        private final Path backups;
        private final SchemaReset reset;

        private Unprivileged(Path directory) throws IOException {
            this.directory = Files.createDirectory(directory);
            this.database = directory.resolve("local.db");
            this.backups = Files.createDirectory(directory.resolve("backups"));
            this.reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                    .database(database)
                    .backups(backups, 2);
            Sqlite.execute(database, "CREATE TABLE old(a)", "INSERT INTO old VALUES (1)");
        }

        public static void main(String[] arguments) throws Exception {
            Path root = Path.of(arguments[0]);
            new Unprivileged(root.resolve("1")).directoryThatMayNotBeEntered();
            new Unprivileged(root.resolve("2")).directoryThatMayNotBeWritten();
            new Unprivileged(root.resolve("3")).fileThatMayNotBeWritten();
            new Unprivileged(root.resolve("4")).fileThatMayNotBeRead();
            new Unprivileged(root.resolve("5")).backupsThatMayNotBeWritten();
            new Unprivileged(root.resolve("6")).backupThatMayNotBeRead();
        }

        private void directoryThatMayNotBeEntered() throws IOException {
            String message = """
                    Cannot open the database %s: java.nio.file.AccessDeniedException: %s.
                    Your data: nothing was changed.
                    What to do: check the path and its permissions.""".formatted(database, database);
            assertRefused("rw-rwxrwx", directory, UnusableDatabaseException.class, message, this::apply);
            assertRefused("---rwxrwx", directory, UnusableDatabaseException.class, message, reset::plan);
            assertRefused("---rwxrwx", directory, UnusableDatabaseException.class, message, reset.jdbi()::open);
        }

        private void directoryThatMayNotBeWritten() throws IOException {
            String message = """
                    Cannot reset the database %s: the directory %s is read-only, and SQLite keeps its journal in it.
                    Your data: nothing was changed.
                    What to do: give the directory write permission if the database may be written, or check the path.""".formatted(database, directory);
            assertRefused("r-xrwxrwx", directory, UnusableDatabaseException.class, message, this::apply);
            assertStillReads("r-xrwxrwx", directory);
            assertStillReads("--xrwxrwx", directory);
        }

        private void fileThatMayNotBeWritten() throws IOException {
            assertRefused("r--rw-rw-", database, UnusableDatabaseException.class, """
                    Cannot reset the database %s: the file is read-only.
                    Your data: nothing was changed.
                    What to do: give the file write permission if it may be reset, or check the path.""".formatted(database), this::apply);
            assertStillReads("r--rw-rw-", database);
        }

        private void fileThatMayNotBeRead() throws IOException {
            String message = """
                    Cannot %s the database %s: it, or a file beside it, cannot be opened; SQLite says: [SQLITE_CANTOPEN] Unable to open the database file (unable to open database file).
                    Your data: nothing was changed.
                    What to do: check that this process may read and write the file and its directory.""";
            assertRefused(
                    "-w-rw-rw-",
                    database,
                    UnusableDatabaseException.class,
                    message.formatted("reset", database),
                    this::apply);
            assertRefused(
                    "-w-rw-rw-",
                    database,
                    UnusableDatabaseException.class,
                    message.formatted("read", database),
                    reset::info);
        }

        private void backupsThatMayNotBeWritten() throws IOException {
            assertRefused(
                    "---rwxrwx",
                    backups,
                    ResetFailedException.class,
                    """
                    Cannot reset the database %s: it holds rows, and a backup of it could not be taken in %s: java.nio.file.AccessDeniedException: %s.
                    Your data: nothing was changed.
                    What to do: free some space, check the permissions of the directory, or choose another with backups(directory, keep); withoutBackup() is for rows that may be lost.""".formatted(database, backups, backups),
                    this::apply);
            assertRefused(
                    "---rwxrwx",
                    backups,
                    UnusableDatabaseException.class,
                    """
                    Cannot look for backups of the database %s: java.nio.file.AccessDeniedException: %s.
                    Your data: nothing was changed.
                    What to do: check the directory of the backups and its permissions.""".formatted(database, backups),
                    reset::undo);
            assertThat(backups).isEmptyDirectory();
        }

        private void backupThatMayNotBeRead() throws IOException {
            apply();
            Undo undo = reset.undo().orElseThrow();
            Path backup = undo.backup().file();
            assertRefused(
                    "-w-rw-rw-",
                    backup,
                    UnusableDatabaseException.class,
                    """
                    Cannot restore the backup %s: java.nio.file.AccessDeniedException: %s.
                    Your data: nothing was changed.
                    What to do: check the file and its permissions.""".formatted(backup, backup),
                    () -> undo.restore(Confirm.YES));
        }

        private void apply() {
            reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);
        }

        private void assertRefused(
                String mode,
                Path file,
                Class<? extends SchemaResetException> type,
                String message,
                ThrowingCallable work)
                throws IOException {
            byte[] before = Files.readAllBytes(database);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertThatThrownBy(work).isInstanceOf(type).hasMessage(message);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(ALL));
            assertThat(database).hasBinaryContent(before);
        }

        private void assertStillReads(String mode, Path file) throws IOException {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertThat(reset.info().tables()).hasToString("[table old (1 row)]");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(ALL));
        }
    }
}
