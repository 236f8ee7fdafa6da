package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.support.ChildJvm;
import dev.schemareset.support.SmallDisk;
import dev.schemareset.support.Sqlite;
import dev.schemareset.support.WithoutPrivilege;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where SQLite itself cannot be loaded, each call says so and what to do, and the same process works once it can. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NativeLibraryTest {

    @TempDir
    private Path directory;

    private static SchemaReset reset(Path directory) {
        return SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(directory.resolve("local.db"))
                .backups(directory.resolve("backups"), 2)
                .migrationsDirectory(directory.resolve("sql"));
    }

    /** A database with a backup, made where the library can be loaded. */
    @BeforeEach
    void database() {
        Sqlite.execute(directory.resolve("local.db"), "CREATE TABLE old(a)", "INSERT INTO old VALUES (1)");
        reset(directory).apply(Confirm.YES_DROP_FOREIGN_TABLES);
    }

    @Test
    void directoryThatIsMissing() throws Exception {
        try (ChildJvm child = ChildJvm.start(MissingDirectory.class, directory.toString())) {
            child.assertEndsWell();
        }
    }

    @Test
    void directoryThatMayNotBeWritten() throws Exception {
        WithoutPrivilege.run(directory, ReadOnlyDirectory.class);
    }

    @Test
    void directoryFromWhichNothingMayBeLoaded() throws Exception {
        Path mount = Files.createDirectory(directory.resolve("mount"));
        SmallDisk.run(mount, "16m,noexec", NoExecution.class, directory.toString());
    }

    @Test
    void systemForWhichThereIsNone() throws Exception {
        try (ChildJvm child = ChildJvm.start(OtherSystem.class, directory.toString())) {
            child.assertEndsWell();
        }
    }

    /** As {@code java.io.tmpdir} is in a container without such a directory. */
    public static final class MissingDirectory {
        public static void main(String[] arguments) throws Exception {
            Path directory = Path.of(arguments[0]);
            Path missing = directory.resolve("missing");
            System.setProperty("java.io.tmpdir", missing.toString());
            assertToldOnEachCall(directory, missing, "it does not exist");

            Files.createDirectory(missing);
            assertThat(reset(directory).verify().isEmpty()).isTrue();
        }
    }

    /** As in a container with a root that may not be written. */
    public static final class ReadOnlyDirectory {
        public static void main(String[] arguments) throws Exception {
            Path directory = Path.of(arguments[0]);
            Path closed = Files.createDirectory(directory.resolve("closed"));
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
            System.setProperty("org.sqlite.tmpdir", closed.toString());
            assertToldOnEachCall(directory, closed, "this process may not write to it");
        }
    }

    /** As a hardened {@code /tmp} is. */
    public static final class NoExecution {
        public static void main(String[] arguments) {
            System.setProperty("org.sqlite.tmpdir", arguments[0]);
            assertToldOnEachCall(
                    Path.of(arguments[1]),
                    Path.of(arguments[0]),
                    "it has no room, or nothing may be loaded from it, as from a mount with noexec");
        }
    }

    /** As on an architecture for which nobody has compiled SQLite. */
    public static final class OtherSystem {
        public static void main(String[] arguments) {
            System.setProperty("org.sqlite.osinfo.architecture", "abacus");
            assertTold(reset(Path.of(arguments[0]))::verify, """
                    Cannot load the native library of SQLite: sqlite-jdbc brings none for Linux/abacus; it says: No native library found for os.name=Linux, os.arch=abacus, paths=[""", """
                    Your data: nothing was changed.
                    What to do: use a system and an architecture for which it brings one, or name the directory of your own with -Dorg.sqlite.lib.path=<directory>.""");
        }
    }

    private static void assertToldOnEachCall(Path directory, Path temporary, String hindrance) {
        SchemaReset reset = reset(directory);
        Undo undo = reset.undo().orElseThrow();
        Jdbi own = Jdbi.create("jdbc:sqlite:" + directory.resolve("local.db"));
        List<ThrowingCallable> entries = List.of(
                reset::verify,
                reset::info,
                reset::plan,
                reset::generate,
                () -> reset.apply(Confirm.YES),
                () -> reset.jdbi().open(),
                () -> reset.protect("precious"),
                reset::unprotect,
                () -> undo.restore(Confirm.YES),
                () -> reset.database(own).verify(),
                () -> reset.database(own).apply(Confirm.YES),
                () -> reset.localDatabase().connect(),
                reset::verify);
        for (ThrowingCallable entry : entries) {
            assertTold(
                    entry,
                    "Cannot load the native library of SQLite: sqlite-jdbc unpacks libsqlitejdbc.so into the directory "
                            + temporary + " and loads it from there, but " + hindrance
                            + "; it says: No native library found for os.name=Linux",
                    """
                    Your data: nothing was changed.
                    What to do: name a directory that may be written, and from which libraries may be loaded: -Dorg.sqlite.tmpdir=<directory>; or the directory in which you have unpacked it yourself: -Dorg.sqlite.lib.path=<directory>.""");
        }
    }

    private static void assertTold(ThrowingCallable entry, String start, String end) {
        assertThatThrownBy(entry)
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageStartingWith(start)
                .hasMessageEndingWith(end);
    }
}
