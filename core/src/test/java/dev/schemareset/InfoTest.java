package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.fixture.shop.Maker;
import dev.schemareset.plan.Difference;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking at a database: everything a person asks for, and nothing changed. */
class InfoTest {

    @TempDir
    private Path directory;

    private Path database;
    private SchemaReset reset;

    @BeforeEach
    void shop() {
        database = directory.resolve("local.db");
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop").database(database);
    }

    @Test
    void databaseThatAgreesWithTheModels() throws Exception {
        reset.apply(Confirm.YES);
        Sqlite.execute(
                database,
                "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1234)"
                        + " INSERT INTO makers(name) SELECT i FROM n");
        byte[] before = Files.readAllBytes(database);

        DatabaseInfo info = reset.info();

        assertThat(info.toString().replaceAll("[-0-9]{10}T[0-9:.]{12}Z", "TIME"))
                .isEqualTo("""
                        Database    %s
                        Size        %,d bytes
                        SQLite      3.54.1, journal mode delete
                        Models      2 tables, 1 index from dev.schemareset.fixture.shop
                        Schema      agrees with the models
                        Stamp       reset 1, at TIME by SchemaReset 0.1.0-SNAPSHOT, from models in dev.schemareset.fixture.shop
                        Sync        none: this database is local only
                        No @Table   dev.schemareset.fixture.shop.Size

                        Table           Rows
                        makers         1,234
                        products           0""".formatted(database, Files.size(database)));
        assertThat(info.differences()).isEmpty();
        assertThat(info.recordsWithoutTable()).containsExactly("dev.schemareset.fixture.shop.Size");
        assertThat(database).hasBinaryContent(before);
    }

    @Test
    void recordInsideAModelIsNoForgottenModel() {
        DatabaseInfo info = SchemaReset.forPackage("dev.schemareset.fixture.letter")
                .database(database)
                .info();

        assertThat(info.recordsWithoutTable()).containsExactly("dev.schemareset.fixture.letter.Postmark");
    }

    /** Somebody else's table of that name, or one that was emptied, tells of no sync. */
    @ParameterizedTest
    @ValueSource(strings = {"('remote', 'libsql://shop')", "('awaited', 'x'), ('remote', 'libsql://shop')"})
    void syncTableWithoutAnEpochIsNone(String rows) {
        reset.apply(Confirm.YES);
        Sqlite.execute(
                database,
                "CREATE TABLE _sync_meta(k TEXT PRIMARY KEY, v TEXT NOT NULL) STRICT",
                "INSERT INTO _sync_meta VALUES " + rows);

        assertThat(reset.plan().found().sync()).isEmpty();
        assertThat(reset.info().toString()).contains("\nSync        none: this database is local only\n");
    }

    @Test
    void databaseThatIsNotThere() {
        assertThat(SchemaReset.forModels(Maker.class).database(database).info()).hasToString("""
                        Database    %s
                        Size        does not exist yet: apply(Confirm.YES) creates it
                        Models      1 table from Maker
                        Schema      differs from the models
                            table makers is missing
                        Sync        none: this database is local only""".formatted(database));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void databaseThatDiffers() {
        reset.apply(Confirm.YES);
        Sqlite.execute(
                database,
                "ALTER TABLE makers ADD COLUMN country TEXT",
                "DROP INDEX products_name_idx",
                "CREATE TABLE extra(a)",
                "CREATE TRIGGER makers AFTER INSERT ON makers BEGIN SELECT 1; END");

        assertThat(reset.info().differences())
                .extracting(Difference::headline)
                .containsExactly(
                        "table extra is not in the models",
                        "column country of table makers is not in the models",
                        "trigger makers is not in the models",
                        "index products_name_idx is missing");
    }
}
