package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.fixture.shop.Maker;
import dev.schemareset.fixture.shop.Product;
import dev.schemareset.support.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing a migration for review: always a new file, never a changed database. */
class GenerateTest {

    private static final Instant NOW = Instant.parse("2026-12-31T23:59:59.999Z");

    @TempDir
    private Path directory;

    private Path database;
    private Path migrations;
    private SchemaReset reset;

    @BeforeEach
    void shop() {
        database = directory.resolve("local.db");
        migrations = directory.resolve("db/migrations/sql");
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .migrationsDirectory(migrations)
                .clock(Clock.fixed(NOW, ZoneId.of("Asia/Tokyo")));
    }

    @Test
    void fileIsNamedByTheTimeInUtc() {
        assertThat(reset.generate().path()).isEqualTo(migrations.resolve("20261231T235959Z_schema_reset.sql"));
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() throws IOException {
        Path first = reset.generate().path();
        Files.writeString(first, "reviewed");

        Path second = reset.generate().path();
        Path third = reset.generate().path();

        assertThat(first).hasContent("reviewed");
        assertThat(second).hasFileName("20270101T000000Z_schema_reset.sql");
        assertThat(third).hasFileName("20270101T000001Z_schema_reset.sql").hasSameBinaryContentAs(second);
    }

    @Test
    void migrationIsWhatTheFileHolds() {
        Migration migration = reset.generate();

        assertThat(migration.path()).hasContent(migration.sql());
        assertThat(migration.sql())
                .isEqualTo(reset.plan().sql())
                .contains("-- Schema fingerprint: " + migration.fingerprint() + "\n");
        assertThat(migration)
                .hasToString(migration.path() + ": drops nothing; creates 2 tables, 1 index; schema "
                        + migration.fingerprint().substring(0, 12));
    }

    @Test
    void orderOfTheModelsMakesNoDifference() {
        Stream<SchemaReset> orders = Stream.of(
                SchemaReset.forModels(Product.class, Maker.class),
                SchemaReset.forModels(Maker.class, Product.class, Maker.class),
                SchemaReset.forPackages("dev.schemareset.fixture.shop", "dev.schemareset.fixture.shop"));

        assertThat(orders.map(order -> order.database(database).plan().sql()))
                .containsOnly(reset.plan().sql());
    }

    @Test
    void missingDatabaseIsNotCreated() {
        reset.generate();

        assertThat(database).doesNotExist();
        assertThat(directory)
                .isDirectoryContaining(file -> file.endsWith("db"))
                .isDirectoryNotContaining("glob:**.db*");
    }

    @Test
    void emptyFileIsAnEmptyDatabase() throws IOException {
        Files.createFile(database);

        assertThat(reset.generate().plan().found().objects()).isEmpty();
        assertThat(database).isEmptyFile();
    }

    @Test
    void existingDatabaseIsOnlyRead() throws IOException {
        Sqlite.execute(database, "CREATE TABLE old(a)", "INSERT INTO old VALUES (1), (2)");
        byte[] before = Files.readAllBytes(database);

        Migration migration = reset.generate();

        assertThat(migration.sql())
                .contains("-- Drops the old table old (2 rows) and its indexes.\nDROP TABLE main.\"old\";");
        assertThat(database).hasBinaryContent(before);
    }

    /** In a write-ahead log stands what the file does not hold yet. */
    @Test
    void writeAheadLogIsReadAndLeft() throws IOException, SQLException {
        try (Connection writer = Sqlite.open(database);
                Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE old(a)");
            statement.execute("INSERT INTO old VALUES (1)");
            assertReadAndLeft();
        }
    }

    @Test
    void databaseInWalModeIsLeftWithoutExtraFiles() throws IOException {
        Sqlite.execute(database, "PRAGMA journal_mode = WAL", "CREATE TABLE old(a)");
        byte[] before = Files.readAllBytes(database);
        FileTime modified = Files.getLastModifiedTime(database);

        reset.migrationsDirectory(directory).generate();
        reset.info();

        assertThat(database).hasBinaryContent(before);
        assertThat(Files.getLastModifiedTime(database)).isEqualTo(modified);
        assertThat(directory.toFile().list())
                .containsExactlyInAnyOrder("local.db", "20261231T235959Z_schema_reset.sql");
    }

    /** Reading must not recover it into the file. */
    @Test
    void writeAheadLogOfAKilledProcessIsReadAndLeft() throws IOException, SQLException {
        leaveWriteAheadLog();

        assertReadAndLeft();
    }

    @Test
    void parametersOfAUrlDoNotWriteWhenItIsRead() throws IOException {
        Sqlite.execute(database, "CREATE TABLE old(a)");
        byte[] before = Files.readAllBytes(database);

        reset.database("jdbc:sqlite:" + database + "?journal_mode=WAL&user_version=7")
                .generate();

        assertThat(database).hasBinaryContent(before);
    }

    @Test
    void linkIsFollowedToItsJournal() throws IOException, SQLException {
        Path link = Files.createSymbolicLink(directory.resolve("link.db"), database);
        leaveWriteAheadLog();
        byte[] before = Files.readAllBytes(database);

        assertThat(reset.database(link).generate().plan().found().summary()).isEqualTo("1 table (1 row)");

        assertThat(database).hasBinaryContent(before);
        assertThat(directory.resolve("local.db-wal")).isNotEmptyFile();
    }

    private void assertReadAndLeft() throws IOException {
        byte[] before = Files.readAllBytes(database);
        byte[] log = Files.readAllBytes(directory.resolve("local.db-wal"));

        assertThat(reset.generate().plan().found().summary()).isEqualTo("1 table (1 row)");

        assertThat(database).hasBinaryContent(before);
        assertThat(directory.resolve("local.db-wal")).hasBinaryContent(log);
    }

    /** As a process leaves it that was killed: some of the content stands in the log only. */
    private void leaveWriteAheadLog() throws IOException, SQLException {
        Path live = directory.resolve("live.db");
        try (Connection writer = Sqlite.open(live);
                Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE old(a)");
            statement.execute("INSERT INTO old VALUES (1)");
            Files.copy(live, database);
            Files.copy(directory.resolve("live.db-wal"), directory.resolve("local.db-wal"));
        }
    }
}
