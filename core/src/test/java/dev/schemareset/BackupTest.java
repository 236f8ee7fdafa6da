package dev.schemareset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.ResetFailedException;
import dev.schemareset.plan.Backup;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.Collation;

/** What is dropped is backed up before: when, where, and how many of them are kept. */
class BackupTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.987Z");

    @TempDir
    private Path directory;

    private Path database;
    private Path backups;
    private SchemaReset shop;

    @BeforeEach
    void shop() {
        database = directory.resolve("local.db");
        backups = directory.resolve("backups");
        shop = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .clock(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static void insert(Path database, String maker) {
        Sqlite.execute(database, "INSERT INTO makers(name) VALUES ('" + maker + "')");
    }

    private static List<String> names(Path directory) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private List<String> makersInBackups() throws Exception {
        return names(backups).stream()
                .filter(name -> name.endsWith(".backup"))
                .map(name -> Sqlite.query(backups.resolve(name), "SELECT group_concat(name) FROM makers")
                        .get(0))
                .toList();
    }

    @Test
    void backupIsTheWholeDatabaseWithItsChecksum() throws Exception {
        SchemaReset reset = shop.backups(backups, 1);
        reset.apply(Confirm.YES);
        insert(database, "Acme");

        ResetReport report = reset.apply(Confirm.YES);

        Backup backup = report.undo().orElseThrow().backup();
        String name = backup.file().getFileName().toString();
        assertThat(name).matches("local\\.db-[0-9a-f]{8}\\.20260102T120000Z\\.backup");
        assertThat(names(backups)).containsExactly(name, name + ".sha256");
        assertThat(backup.sha256()).isEqualTo(sha256(backup.file()));
        assertThat(backups.resolve(name + ".sha256")).hasContent(backup.sha256() + "  " + name);
        assertThat(Sqlite.query(backup.file(), "SELECT name FROM makers")).containsExactly("Acme");
        assertThat(Sqlite.query(backup.file(), "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(report.toString()).contains("\nBackup " + backup.file() + "\n");
    }

    /** A file beside the database that belongs to a write-ahead log would be lost when somebody moves the backup. */
    @Test
    void backupOfADatabaseInWalModeIsOneFile() throws Exception {
        SchemaReset reset = shop.backups(backups, 1);
        reset.apply(Confirm.YES);
        try (Connection open = Sqlite.open(database);
                Statement statement = open.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("INSERT INTO makers(name) VALUES ('only in the log')");

            Backup backup = reset.apply(Confirm.YES).undo().orElseThrow().backup();

            assertThat(makersInBackups()).containsExactly("only in the log");
            assertThat(Sqlite.query(backup.file(), "PRAGMA journal_mode")).containsExactly("delete");
            assertThat(names(backups)).hasSize(2);
        }
    }

    @Test
    void nothingIsBackedUpWhereNoRowIsLost() {
        SchemaReset reset = shop.backups(backups, 1);
        reset.apply(Confirm.YES);

        ResetReport report = reset.apply(Confirm.YES);

        assertThat(report.undo()).isEmpty();
        assertThat(report.toString()).contains("\nBackup none: no row is dropped\n");
        assertThat(backups).doesNotExist();
        assertThat(reset.undo()).isEmpty();
    }

    @Test
    void olderBackupsGoOnceThereAreMoreThanAreKept() throws Exception {
        SchemaReset reset = shop.backups(backups, 2);
        reset.apply(Confirm.YES);
        for (String maker : List.of("first", "second", "third", "fourth")) {
            insert(database, maker);
            reset.apply(Confirm.YES);
        }

        // The clock stands still: each takes the next second.
        assertThat(names(backups)).hasSize(4).first().asString().contains("20260102T120002Z");
        assertThat(makersInBackups()).containsExactly("third", "fourth");
        assertThat(reset.undo().orElseThrow().backup().file().toString()).endsWith("20260102T120003Z.backup");
    }

    @Test
    void lastBackupIsTheLastAlsoWhenTheClockIsSetBack() throws Exception {
        shop.apply(Confirm.YES);
        insert(database, "first");
        shop.backups(backups, 2).apply(Confirm.YES);
        insert(database, "second");
        shop.backups(backups, 2)
                .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .apply(Confirm.YES);

        assertThat(makersInBackups()).containsExactly("first", "second");
    }

    /** Two databases of one name may share a directory. */
    @Test
    void backupsOfAnotherDatabaseAreLeftAlone() throws Exception {
        Path other = Files.createDirectory(directory.resolve("other")).resolve("local.db");
        for (Path file : List.of(database, other)) {
            SchemaReset reset = shop.database(file).backups(backups, 1);
            reset.apply(Confirm.YES);
            insert(file, file.getParent().getFileName().toString());
            reset.apply(Confirm.YES);
        }

        assertThat(makersInBackups())
                .containsExactlyInAnyOrder("other", directory.getFileName().toString());
    }

    @Test
    void leftoversOfAKilledBackupGoAndOtherFilesStay() throws Exception {
        SchemaReset reset = shop.backups(backups, 1);
        reset.apply(Confirm.YES);
        insert(database, "Acme");
        String name = reset.apply(Confirm.YES)
                .undo()
                .orElseThrow()
                .backup()
                .file()
                .getFileName()
                .toString();
        String killed = name.replace("T12", "T11");
        for (String leftover : List.of(killed + ".pending", killed + ".pending-journal", killed + ".sha256")) {
            Files.writeString(backups.resolve(leftover), "half");
        }
        Files.delete(backups.resolve(name + ".sha256"));
        Files.writeString(backups.resolve("notes.backup"), "mine");
        insert(database, "Bcme");

        reset.backups(backups, 5).apply(Confirm.YES);

        String next = name.replace("120000", "120001");
        assertThat(names(backups)).containsExactly(name, next, next + ".sha256", "notes.backup");
    }

    /** Its process was killed after the commit, before the backup got its name. */
    @Test
    void pendingBackupOfACommittedResetIsTheWayBack() throws Exception {
        SchemaReset reset = shop.backups(backups, 1);
        reset.apply(Confirm.YES);
        insert(database, "Acme");
        Path backup = reset.apply(Confirm.YES).undo().orElseThrow().backup().file();
        Files.move(backup, backup.resolveSibling(backup.getFileName() + ".pending"));

        reset.undo().orElseThrow().restore(Confirm.YES);

        assertThat(Sqlite.query(database, "SELECT name FROM makers")).containsExactly("Acme");
        assertThat(backup).exists();
    }

    /** Its process was killed before the commit: the database still holds what is in it, and it must not push out a way back. */
    @Test
    void pendingBackupOfAResetThatWasNotCommittedIsNone() throws Exception {
        SchemaReset reset = shop.backups(backups, 1);
        reset.apply(Confirm.YES);
        insert(database, "Acme");
        Path backup = reset.apply(Confirm.YES).undo().orElseThrow().backup().file();
        insert(database, "Bcme");
        Path later = backup.resolveSibling(backup.getFileName().toString().replace("120000Z", "120007Z"));
        Path pending = later.resolveSibling(later.getFileName() + ".pending");
        Files.copy(database, pending);
        Files.writeString(
                later.resolveSibling(later.getFileName() + ".sha256"),
                sha256(pending) + "  " + later.getFileName() + "\n");

        assertThat(reset.undo().orElseThrow().backup().file()).isEqualTo(backup);
        reset.undo().orElseThrow().restore(Confirm.YES);

        assertThat(Sqlite.query(database, "SELECT name FROM makers")).containsExactly("Acme");
        assertThat(makersInBackups()).containsExactly("Acme", "Bcme");
        assertThat(names(backups)).hasSize(4);
    }

    /** What the connection has open is not what stands at its place by now. */
    @Test
    void backupOfAnotherFileThanTheOneThatIsDroppedIsRefused() throws Exception {
        SchemaReset reset = shop.backups(backups, 1);
        reset.apply(Confirm.YES);
        insert(database, "Acme");
        Path other = directory.resolve("other.db");
        Sqlite.execute(other, "CREATE TABLE other(a)");
        try (Connection connection = Sqlite.open(database)) {
            connection
                    .createStatement()
                    .executeQuery("PRAGMA journal_mode = MEMORY")
                    .close();
            connection.createStatement().executeQuery("SELECT * FROM makers").close();
            Files.move(other, database, StandardCopyOption.REPLACE_EXISTING);

            assertThatThrownBy(() -> reset.database(Jdbi.create(connection)).apply(Confirm.YES))
                    .isInstanceOf(ResetFailedException.class)
                    .hasMessageContaining(
                            "could not be taken in " + backups
                                    + ": java.io.IOException: the copy differs from the database, as if another file had replaced it.");

            assertThat(connection
                            .createStatement()
                            .executeQuery("SELECT name FROM makers")
                            .getString(1))
                    .isEqualTo("Acme");
        }
        assertThat(names(backups)).isEmpty();
    }

    /** Another file that tells apart only by the numbers in its header. */
    @ParameterizedTest
    @ValueSource(strings = {"user_version", "application_id"})
    void backupOfAFileWithAnotherHeaderIsRefused(String number) throws Exception {
        SchemaReset reset = shop.backups(backups, 1);
        reset.apply(Confirm.YES);
        insert(database, "Acme");
        Path other = directory.resolve("other.db");
        Files.copy(database, other);
        Sqlite.execute(other, "PRAGMA " + number + " = 7");
        try (Connection connection = Sqlite.open(database)) {
            connection
                    .createStatement()
                    .executeQuery("PRAGMA journal_mode = MEMORY")
                    .close();
            connection.createStatement().executeQuery("SELECT * FROM makers").close();
            Files.move(other, database, StandardCopyOption.REPLACE_EXISTING);

            assertThatThrownBy(() -> reset.database(Jdbi.create(connection)).apply(Confirm.YES))
                    .isInstanceOf(ResetFailedException.class)
                    .hasMessageContaining("the copy differs from the database");
        }
        assertThat(names(backups)).isEmpty();
    }

    /** A collation that only the application's own connections know hides how many rows there are. */
    @Test
    void databaseWhoseRowsCannotBeCountedGetsItsBackup() throws Exception {
        try (Connection connection = Sqlite.open(database)) {
            Collation.create(connection, "backwards", new Collation() {
                @Override
                protected int xCompare(String one, String other) {
                    return other.compareTo(one);
                }
            });
            Sqlite.execute(
                    connection,
                    "CREATE TABLE words(word TEXT PRIMARY KEY COLLATE backwards) WITHOUT ROWID",
                    "INSERT INTO words VALUES ('last')");
        }
        SchemaReset reset = shop.backups(backups, 1);
        assertThat(reset.plan().found().tables())
                .extracting(DatabaseObject::rows)
                .containsExactly(OptionalLong.empty());

        Path backup = reset.apply(Confirm.YES_DROP_FOREIGN_TABLES)
                .undo()
                .orElseThrow()
                .backup()
                .file();

        assertThat(Files.readAllBytes(backup)).asString(ISO_8859_1).contains("last");
    }

    /** Its `.backup` could be anybody's, so it is neither counted nor removed. */
    @Test
    void fileWithoutAChecksumIsNoneOfTheBackupsThatAreKept() throws Exception {
        SchemaReset reset = shop.backups(backups, 1);
        reset.apply(Confirm.YES);
        insert(database, "first");
        Path first = reset.apply(Confirm.YES).undo().orElseThrow().backup().file();
        Files.delete(Path.of(first + ".sha256"));
        for (String maker : List.of("second", "third")) {
            insert(database, maker);
            reset.apply(Confirm.YES);
        }

        assertThat(makersInBackups()).containsExactly("first", "third");
        assertThat(names(backups)).hasSize(3);
    }

    @Test
    void namesThatOnlyLookLikeBackupsAreLeftAlone() throws Exception {
        database = directory.resolve("x.backup.pending.db");
        SchemaReset reset = shop.database(database).backups(backups, 5);
        reset.apply(Confirm.YES);
        for (String maker : List.of("first", "second")) {
            insert(database, maker);
            String name = reset.apply(Confirm.YES)
                    .undo()
                    .orElseThrow()
                    .backup()
                    .file()
                    .getFileName()
                    .toString();
            Files.writeString(backups.resolve(name.replaceFirst("\\d{8}T", "20261399T")), "no such day");
        }

        assertThat(names(backups).stream().filter(name -> name.endsWith(".sha256")))
                .hasSize(2);
        assertThat(names(backups)).hasSize(6);
    }

    @Test
    void backupWithoutAChecksumIsNotOffered() throws Exception {
        SchemaReset reset = shop.backups(backups, 2);
        reset.apply(Confirm.YES);
        for (String maker : List.of("first", "second")) {
            insert(database, maker);
            reset.apply(Confirm.YES);
        }
        Path last = reset.undo().orElseThrow().backup().file();
        Files.writeString(last.resolveSibling(last.getFileName() + ".sha256"), "half of a");

        assertThat(reset.undo().orElseThrow().backup().file().toString()).endsWith("20260102T120000Z.backup");
    }

    @Test
    void failedResetLeavesNoBackup() throws Exception {
        SchemaReset reset = shop.backups(backups, 1);
        reset.apply(Confirm.YES);
        insert(database, "Acme");
        reset.apply(Confirm.YES);
        insert(database, "Bcme");
        List<String> before = names(backups);
        String pages = Sqlite.query(database, "PRAGMA page_count").get(0);
        SchemaReset tooLarge = SchemaReset.forModels(Large.class)
                .database("jdbc:sqlite:" + database + "?max_page_count=" + pages)
                .backups(backups, 1);

        assertThatThrownBy(() -> tooLarge.apply(Confirm.YES)).hasMessageContaining("[SQLITE_FULL]");

        assertThat(names(backups)).isEqualTo(before);
        assertThat(makersInBackups()).containsExactly("Acme");
    }

    @Test
    void withoutRoomForItNothingIsReset() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        shop.apply(Confirm.YES);
        insert(database, "Acme");
        byte[] before = Files.readAllBytes(database);

        assertThatThrownBy(() -> shop.backups(file, 1).apply(Confirm.YES))
                .isInstanceOf(ResetFailedException.class)
                .hasMessage("""
                        Cannot reset the database %s: it holds rows, and a backup of it could not be taken in %s: java.nio.file.NotDirectoryException: %s.
                        Your data: nothing was changed.
                        What to do: free some space, check the permissions of the directory, or choose another with backups(directory, keep); withoutBackup() is for rows that may be lost.""".formatted(database, file, file));
        assertThat(database).hasBinaryContent(before);
    }

    @Test
    void withoutBackupTheRowsAreGone() throws Exception {
        SchemaReset reset = shop.backups(backups, 1).withoutBackup();
        reset.apply(Confirm.YES);
        insert(database, "Acme");

        ResetReport report = reset.apply(Confirm.YES);

        assertThat(report.undo()).isEmpty();
        assertThat(reset.undo()).isEmpty();
        assertThat(backups).doesNotExist();
    }

    /** The directory of this test is below the system's temporary directory, wherever that is, until that is another one. */
    @Test
    void lastBackupIsKeptBesideTheDatabase() throws Exception {
        String temporary = System.getProperty("java.io.tmpdir");
        System.setProperty(
                "java.io.tmpdir",
                Files.createDirectory(directory.resolve("tmp")).toString());
        try {
            shop.apply(Confirm.YES);
            for (String maker : List.of("first", "second")) {
                insert(database, maker);
                shop.apply(Confirm.YES);
            }
        } finally {
            System.setProperty("java.io.tmpdir", temporary);
        }

        assertThat(names(directory))
                .containsExactly(
                        "local.db",
                        "local.db.20260102T120001Z.backup",
                        "local.db.20260102T120001Z.backup.sha256",
                        "tmp");
        assertThat(Sqlite.query(directory.resolve("local.db.20260102T120001Z.backup"), "SELECT name FROM makers"))
                .containsExactly("second");
    }

    @Test
    void databaseInMemoryGetsOneOnlyWhenThatIsSaid() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            SchemaReset inMemory = shop.database(Jdbi.create(connection));
            inMemory.apply(Confirm.YES);
            for (SchemaReset reset : List.of(inMemory, inMemory.backups(backups, 1))) {
                connection.createStatement().execute("INSERT INTO makers(name) VALUES ('Acme')");
                reset.apply(Confirm.YES);
            }
        }

        assertThat(names(backups))
                .containsExactly("memory.20260102T120000Z.backup", "memory.20260102T120000Z.backup.sha256");
        assertThat(makersInBackups()).containsExactly("Acme");
    }

    @Test
    void backupOfADatabaseInMemoryMayBeReadByItsOwnerOnly() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            SchemaReset reset = shop.database(Jdbi.create(connection)).backups(backups, 1);
            reset.apply(Confirm.YES);
            Sqlite.execute(connection, "INSERT INTO makers(name) VALUES ('Acme')");

            Path backup = reset.apply(Confirm.YES).undo().orElseThrow().backup().file();

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void backupMayBeReadByWhoeverMayReadTheDatabase() throws Exception {
        SchemaReset reset = shop.backups(backups, 1);
        reset.apply(Confirm.YES);
        insert(database, "Acme");
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-------"));

        Path backup = reset.apply(Confirm.YES).undo().orElseThrow().backup().file();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
    }

    @Test
    void fewerThanOneCannotBeKept() {
        assertThatThrownBy(() -> shop.backups(backups, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("keep must be at least 1, and is 0; withoutBackup() keeps none");
    }
}
