package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.ForeignDatabaseException;
import dev.schemareset.error.InvalidSchemaException;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.fixture.rival.Maker;
import dev.schemareset.support.CompiledModels;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two applications with one {@code local.db}: the stamp says whose it is, and plain {@code YES} drops only one's own. */
class OtherApplicationTest {

    private static final String PACKAGES = "SELECT packages FROM _schema_reset";

    private static final String REMEDY = """

            Your data: nothing was changed.
            What to do: check that this is the database you mean. If all of this may be dropped, call apply(Confirm.YES_DROP_FOREIGN_TABLES).""";

    private static final String UNSAID =
            "its stamp, perhaps of an earlier version, does not say to which application it belongs";

    /** A type that no column can have. */
    @Table
    public record Unsound(@PrimaryKey Long id, Thread thread) {}

    @Table
    public record Nested(@PrimaryKey Long id) {}

    @TempDir
    private Path directory;

    private Path database;
    private SchemaReset shop;
    private SchemaReset rival;

    @BeforeEach
    void bothUseOneFile() {
        database = directory.resolve("local.db");
        shop = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .backups(directory.resolve("backups"), 3);
        rival = SchemaReset.forModels(Maker.class).database(database).backups(directory.resolve("backups"), 3);
    }

    private void rivalHasARow() {
        rival.apply(Confirm.YES);
        Sqlite.execute(database, "INSERT INTO makers(name) VALUES ('of the rival')");
    }

    /** What another build wrote, before stamps said whose they are. */
    private void stampAsEarlierVersionsDid() {
        Sqlite.execute(
                database,
                "CREATE TABLE makers(id INTEGER PRIMARY KEY, name TEXT)",
                "INSERT INTO makers(name) VALUES ('old')",
                """
                CREATE TABLE "_schema_reset"
                -- Written by SchemaReset: it made this database and may reset it. Without this row it will not.
                (
                  "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
                  "fingerprint" TEXT NOT NULL,
                  "reset_at" TEXT NOT NULL,
                  "library_version" TEXT NOT NULL,
                  "resets" INTEGER NOT NULL
                ) STRICT""",
                "INSERT INTO \"_schema_reset\" VALUES (1, '" + shop.plan().fingerprint()
                        + "', '2026-01-02T03:04:05.678Z', '0.1.0-SNAPSHOT', 7)");
    }

    @Test
    void anotherApplicationsDatabaseIsRefused() throws Exception {
        rivalHasARow();
        byte[] before = Files.readAllBytes(database);

        assertThatThrownBy(() -> shop.apply(Confirm.YES))
                .isInstanceOf(ForeignDatabaseException.class)
                .hasMessage("""
                        Cannot reset the database %s: it belongs to another application, with models in dev.schemareset.fixture.rival instead of dev.schemareset.fixture.shop. It holds 1 table (1 row).
                          table makers (1 row)""".formatted(database) + REMEDY);

        assertThat(database).hasBinaryContent(before);
    }

    /** The tables being the same, to the letter, tells nothing of whose rows they hold. */
    @Test
    void sameSchemaIsNotTheSameApplication() {
        rivalHasARow();

        assertThatThrownBy(() -> SchemaReset.forModels(dev.schemareset.fixture.shop.Maker.class)
                        .database(database)
                        .apply(Confirm.YES))
                .isInstanceOf(ForeignDatabaseException.class);
    }

    @Test
    void unconfirmedResetTellsWhoseItIs() {
        rivalHasARow();

        assertThatThrownBy(() -> shop.apply(Confirm.NO))
                .isInstanceOf(NotConfirmedException.class)
                .hasMessage("""
                        The reset of the database %s was not confirmed. It would have dropped 1 table (1 row).
                          table makers (1 row)
                        Careful with this database: it belongs to another application, with models in dev.schemareset.fixture.rival instead of dev.schemareset.fixture.shop.
                        Your data: nothing was changed.
                        What to do: call apply(Confirm.YES_DROP_FOREIGN_TABLES) if all of this may be dropped.""".formatted(database));
    }

    @Test
    void infoAndTheScriptTellWhoseItIs() {
        rivalHasARow();

        assertThat(shop.info().toString())
                .containsPattern(
                        "\nStamp {7}reset 1, at \\S+ by SchemaReset \\S+: it belongs to another application, with models"
                                + " in dev\\.schemareset\\.fixture\\.rival instead of dev\\.schemareset\\.fixture\\.shop, and only"
                                + " YES_DROP_FOREIGN_TABLES resets it\n");
        assertThat(shop.plan().sql())
                .contains("\n-- Careful with this database: it belongs to another application, with models in"
                        + " dev.schemareset.fixture.rival instead of dev.schemareset.fixture.shop.\n");
        assertThat(rival.plan().sql()).doesNotContain("Careful");
    }

    @Test
    void itIsResetWhenThatIsSaidAndComesBackWithItsOwnStamp() {
        rivalHasARow();

        Undo undo = shop.apply(Confirm.YES_DROP_FOREIGN_TABLES).undo().orElseThrow();
        assertThat(Sqlite.query(database, PACKAGES)).containsExactly("dev.schemareset.fixture.shop");
        shop.apply(Confirm.YES);
        UndoReport back = undo.restore(Confirm.YES);

        assertThat(Sqlite.query(database, "SELECT name FROM makers")).containsExactly("of the rival");
        assertThat(Sqlite.query(database, PACKAGES)).containsExactly("dev.schemareset.fixture.rival");
        assertThatThrownBy(() -> shop.apply(Confirm.YES)).isInstanceOf(ForeignDatabaseException.class);
        assertThat(back.plan().foreign()).isEmpty();
        rival.apply(Confirm.YES);
    }

    @Test
    void undoDropsOnlyOnesOwnDatabase() {
        rivalHasARow();
        Undo undo = rival.apply(Confirm.YES).undo().orElseThrow();
        shop.apply(Confirm.YES_DROP_FOREIGN_TABLES);

        assertThatThrownBy(() -> undo.restore(Confirm.YES))
                .isInstanceOf(ForeignDatabaseException.class)
                .hasMessage("""
                        Cannot restore the database %s: it belongs to another application, with models in dev.schemareset.fixture.shop instead of dev.schemareset.fixture.rival. It holds 2 tables (0 rows), 1 index.
                          table makers (0 rows)
                          table products (0 rows)
                        Your data: nothing was changed.
                        What to do: check that this is the database you mean. If all of this may be dropped, call restore(Confirm.YES_DROP_FOREIGN_TABLES).""".formatted(database));

        undo.restore(Confirm.YES_DROP_FOREIGN_TABLES);
        assertThat(Sqlite.query(database, PACKAGES)).containsExactly("dev.schemareset.fixture.rival");
    }

    /** Who has just spoilt a model must not be kept from going back. */
    @Test
    void undoNeedsThePackagesAndNoSoundModels() {
        SchemaReset sound =
                SchemaReset.forModels(Nested.class).database(database).backups(directory, 1);
        sound.apply(Confirm.YES);
        Sqlite.execute(database, "INSERT INTO nested VALUES (1)");
        sound.apply(Confirm.YES);
        SchemaReset spoilt =
                SchemaReset.forModels(Unsound.class).database(database).backups(directory, 1);
        assertThatThrownBy(() -> spoilt.apply(Confirm.YES)).isInstanceOf(InvalidSchemaException.class);

        spoilt.undo().orElseThrow().restore(Confirm.YES);

        assertThat(Sqlite.query(database, "SELECT id FROM nested")).containsExactly("1");
    }

    @Test
    void stampOfAnEarlierVersionDoesNotSayWhoseItIs() {
        stampAsEarlierVersionsDid();

        assertThatThrownBy(() -> shop.apply(Confirm.YES))
                .isInstanceOf(ForeignDatabaseException.class)
                .hasMessage("Cannot reset the database " + database + ": " + UNSAID
                        + ". It holds 1 table (1 row).\n  table makers (1 row)" + REMEDY);
        assertThat(shop.info().toString())
                .contains("\nStamp       reset 7, at 2026-01-02T03:04:05.678Z by SchemaReset 0.1.0-SNAPSHOT: " + UNSAID
                        + ", and only YES_DROP_FOREIGN_TABLES resets it\n");
        assertThat(shop.plan().sql()).contains("\n-- Careful with this database: " + UNSAID + ".\n");

        Undo undo = shop.apply(Confirm.YES_DROP_FOREIGN_TABLES).undo().orElseThrow();
        assertThat(Sqlite.query(database, "SELECT resets, packages FROM _schema_reset"))
                .containsExactly("8|dev.schemareset.fixture.shop");
        undo.restore(Confirm.YES);
        assertThat(Sqlite.query(database, "SELECT * FROM _schema_reset"))
                .containsExactly("1|" + shop.plan().fingerprint() + "|2026-01-02T03:04:05.678Z|0.1.0-SNAPSHOT|7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NULL",
                "''",
                "' '",
                "';'",
                "';dev.schemareset.fixture.shop'",
                "'dev.schemareset.fixture.shop.'",
                "x''",
                "x'00'"
            })
    void unreadablePackagesAreNobodys(String value) {
        shop.apply(Confirm.YES);
        Sqlite.execute(
                database,
                "CREATE TABLE copy AS SELECT * FROM _schema_reset",
                "DROP TABLE _schema_reset",
                "ALTER TABLE copy RENAME TO _schema_reset",
                "UPDATE _schema_reset SET packages = " + value);

        assertThatThrownBy(() -> shop.apply(Confirm.YES)).isInstanceOf(ForeignDatabaseException.class);

        shop.apply(Confirm.YES_DROP_FOREIGN_TABLES);
        shop.apply(Confirm.YES);
    }

    /** What somebody wrote there is shown on one line, and taken for what it says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'DEV.schemareset.fixture.shop'",
                "'dev.schemareset.fixture.shop '",
                "'dev.schemareset.fixture.sh'",
                "'dev' || char(10) || 'schemareset'",
                "replace(hex(zeroblob(100000)), '00', 'a.') || 'a'",
                "x'ff64'",
                "3"
            })
    void otherTextIsAnotherApplication(String value) {
        shop.apply(Confirm.YES);
        Sqlite.execute(
                database,
                "CREATE TABLE copy AS SELECT * FROM _schema_reset",
                "DROP TABLE _schema_reset",
                "ALTER TABLE copy RENAME TO _schema_reset",
                "UPDATE _schema_reset SET packages = " + value);

        assertThatThrownBy(() -> shop.apply(Confirm.YES))
                .isInstanceOf(ForeignDatabaseException.class)
                .message()
                .matches("(?s)Cannot reset the database [^\n]+: it belongs to another application, with models in"
                        + " [^\n]+ instead of dev\\.schemareset\\.fixture\\.shop\\. It holds .*");
    }

    @Test
    void packagesInsideAndAroundAreOfOneApplication() {
        shop.apply(Confirm.YES);

        SchemaReset around = SchemaReset.forModels(Nested.class).database(database);
        around.apply(Confirm.YES);
        assertThat(Sqlite.query(database, PACKAGES)).containsExactly("dev.schemareset");
        assertThat(around.info().toString())
                .containsPattern("\nStamp {7}reset 2, at \\S+ by SchemaReset \\S+, from models in dev\\.schemareset\n");

        rival.apply(Confirm.YES);
    }

    @Test
    void oneCommonPackageIsEnough() {
        SchemaReset some = SchemaReset.forModels(Maker.class, Nested.class).database(database);
        some.apply(Confirm.YES);

        assertThat(Sqlite.query(database, PACKAGES)).containsExactly("dev.schemareset;dev.schemareset.fixture.rival");
        rival.apply(Confirm.YES);
    }

    /** As those of {@code java First.java} are. */
    @Test
    void modelsInTheUnnamedPackage() throws Exception {
        Path source = Files.createDirectory(directory.resolve("source"));
        Path classes = Files.createDirectory(directory.resolve("classes"));
        for (String name : new String[] {"First", "Second"}) {
            Files.writeString(source.resolve(name + ".java"), """
                    import dev.schemareset.annotation.PrimaryKey;
                    import dev.schemareset.annotation.Table;

                    public class %s {
                        @Table public record Note%s(@PrimaryKey Long id) {}
                    }""".formatted(name, name.toLowerCase(Locale.ROOT)));
        }
        CompiledModels models = CompiledModels.of(source, classes);
        rivalHasARow();

        assertThatThrownBy(() ->
                        models.onClassPath(() -> unnamed("First$Notefirst").apply(Confirm.YES)))
                .isInstanceOf(ForeignDatabaseException.class)
                .hasMessageContaining(
                        "with models in dev.schemareset.fixture.rival instead of the unnamed package. It holds");
        models.onClassPath(() -> unnamed("First$Notefirst").apply(Confirm.YES_DROP_FOREIGN_TABLES));
        assertThat(Sqlite.query(database, PACKAGES)).containsExactly("(unnamed)");
        assertThatThrownBy(() -> shop.apply(Confirm.YES)).isInstanceOf(ForeignDatabaseException.class);
        models.onClassPath(() -> unnamed("Second$Notesecond").apply(Confirm.YES));
    }

    private SchemaReset unnamed(String model) {
        try {
            return SchemaReset.forModels(
                            Thread.currentThread().getContextClassLoader().loadClass(model))
                    .database(database);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
