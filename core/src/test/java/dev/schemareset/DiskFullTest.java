package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.schemareset.error.MigrationNotWrittenException;
import dev.schemareset.error.ResetFailedException;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.support.Image;
import dev.schemareset.support.Monster;
import dev.schemareset.support.SmallDisk;
import dev.schemareset.support.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full, at whatever moment: nothing has changed, nothing half is left, and with room the same works. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DiskFullTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void resetAndUndo(String journal) throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        SmallDisk.run(
                disk, "2m", ResetAndUndo.class, directory.resolve("backups").toString(), journal);
    }

    @Test
    void backup() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        SmallDisk.run(
                disk, "2m", BackupOnly.class, directory.resolve("local.db").toString());
    }

    @Test
    void migration() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        SmallDisk.run(
                disk, "2m", MigrationOnly.class, directory.resolve("local.db").toString());
    }

    /** What is written for review is on the small disk; a file has its name before it has its content. */
    public static final class MigrationOnly {
        public static void main(String[] arguments) throws Exception {
            Path disk = Path.of(arguments[0]);
            Path migrations = Files.createDirectory(disk.resolve("sql"));
            SchemaReset reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                    .database(Path.of(arguments[1]))
                    .migrationsDirectory(migrations);
            SmallDisk small = new SmallDisk(disk);
            small.leave(0);

            assertThat(catchThrowable(reset::generate))
                    .isInstanceOf(MigrationNotWrittenException.class)
                    .hasMessageContaining("Cannot write a migration file into " + migrations + ": ");
            assertThat(migrations).isEmptyDirectory();

            small.makeRoom();
            assertThat(reset.generate().path()).isNotEmptyFile();
        }
    }

    /** The database is on the small disk, its backups are not. */
    public static final class ResetAndUndo {
        public static void main(String[] arguments) throws Exception {
            Path database = Path.of(arguments[0], "local.db");
            Monster.create(database, "PRAGMA journal_mode = " + arguments[2]);
            List<String> monster = Image.of(database);
            Path backups = Path.of(arguments[1]);
            SchemaReset reset = shop(database, backups);
            Sweep sweep = new Sweep(new SmallDisk(Path.of(arguments[0])), database, backups);

            sweep.untilItWorks(
                    () -> reset.apply(Confirm.YES_DROP_FOREIGN_TABLES), e -> assertNoRoom("reset", database, e));
            reset.verify().assertInSync();
            Undo undo = reset.undo().orElseThrow();
            reset.jdbi().useHandle(handle -> handle.execute("INSERT INTO makers(name) VALUES ('Acme')"));
            List<String> models = Image.of(database);

            sweep.untilItWorks(() -> undo.restore(Confirm.YES), e -> assertNoRoom("restore", database, e));
            assertThat(Image.of(database)).isEqualTo(monster);
            reset.undo().orElseThrow().restore(Confirm.YES_DROP_FOREIGN_TABLES);
            assertThat(Image.of(database)).isEqualTo(models);
        }
    }

    /** The backups are on the small disk, the database is not. */
    public static final class BackupOnly {
        public static void main(String[] arguments) throws Exception {
            Path backups = Path.of(arguments[0], "backups");
            Path database = Path.of(arguments[1]);
            Monster.create(database);
            SchemaReset reset = shop(database, backups);
            Sweep sweep = new Sweep(new SmallDisk(Path.of(arguments[0])), database, backups);

            sweep.untilItWorks(
                    () -> reset.apply(Confirm.YES_DROP_FOREIGN_TABLES), e -> assertNoBackup(database, backups, e));
            reset.verify().assertInSync();
            assertThat(reset.undo()).isPresent();
        }
    }

    private interface Check {
        void of(Throwable e) throws IOException;
    }

    /** Does the same with ever more room on the disk. */
    private record Sweep(SmallDisk disk, Path database, Path backups) {

        private static final int STEP = 1 << 15;

        void untilItWorks(ThrowingCallable work, Check refusal) throws IOException {
            List<String> image = Image.of(database);
            byte[] bytes = Files.readAllBytes(database);
            List<String> backedUp = files();
            int refused = 0;
            for (long room = 0; ; room += STEP) {
                disk.leave(room);
                Throwable e = catchThrowable(work);
                disk.makeRoom();
                if (e == null) {
                    assertThat(refused).isGreaterThan(5);
                    return;
                }
                refused++;
                refusal.of(e);
                assertThat(database).hasBinaryContent(bytes);
                assertThat(Image.of(database)).isEqualTo(image);
                assertThat(Sqlite.query(database, "PRAGMA integrity_check")).containsExactly("ok");
                assertThat(files()).isEqualTo(backedUp);
            }
        }

        private List<String> files() {
            String[] files = backups.toFile().list();
            return files == null ? List.of() : List.of(files);
        }
    }

    private static SchemaReset shop(Path database, Path backups) {
        return SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .backups(backups, 3);
    }

    /** Without room for the index of a write-ahead log SQLite says so in its own way. */
    private static void assertNoRoom(String verb, Path database, Throwable e) {
        String full =
                "there is no space for what would be written; SQLite says: [SQLITE_FULL] Insertion failed because database is "
                        + "full (database or disk is full).";
        String index =
                "SQLite says: [SQLITE_IOERR_SHMSIZE] I/O error within xShmMap while trying to resize an existing shared memory "
                        + "segment (disk I/O error).";
        assertThat(e)
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageMatching("(?s)" + Pattern.quote("Cannot " + verb + " the database " + database + ": ") + "("
                        + Pattern.quote(full) + "|" + Pattern.quote(index)
                        + ")\nYour data: nothing was changed\\.\nWhat to do: .*disk.*");
    }

    private static void assertNoBackup(Path database, Path backups, Throwable e) {
        assertThat(e).isInstanceOf(ResetFailedException.class);
        assertThat(e.getMessage().replaceFirst("local\\.db-\\w{8}\\.\\w{16}\\.", "local.db-#."))
                .isEqualTo("""
                        Cannot reset the database %s: it holds rows, and a backup of it could not be taken in %s: [SQLITE_FULL] Insertion failed because database is full (while copying to %s/local.db-#.backup.pending).
                        Your data: nothing was changed.
                        What to do: free some space, check the permissions of the directory, or choose another with backups(directory, keep); withoutBackup() is for rows that may be lost.""".formatted(database, backups, backups));
    }
}
