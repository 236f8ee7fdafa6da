package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.ForeignDatabaseException;
import dev.schemareset.support.Image;
import dev.schemareset.support.Monster;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database with everything at once: it is refused, it goes without a trace, and it comes back to the last value. */
class MonsterTest {

    @TempDir
    private Path directory;

    private Path database;
    private Path backups;
    private SchemaReset reset;

    @BeforeEach
    void monster() {
        database = directory.resolve("local.db");
        backups = directory.resolve("backups");
        Monster.create(database);
        // Foreign keys would refuse what the reset drops, were they enforced meanwhile.
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database("jdbc:sqlite:" + database + "?foreign_keys=true")
                .backups(backups, 2);
    }

    @Test
    void itIsRefusedAndStaysToTheByte() throws Exception {
        byte[] before = Files.readAllBytes(database);

        assertThatThrownBy(() -> reset.apply(Confirm.YES)).isInstanceOf(ForeignDatabaseException.class);

        assertThat(database).hasBinaryContent(before);
        assertThat(directory).isDirectoryNotContaining(file -> !file.equals(database));
    }

    @Test
    void nothingOfItIsLeft() {
        reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);

        assertThat(Sqlite.query(database, "SELECT name FROM sqlite_schema ORDER BY rowid"))
                .containsExactly(
                        "makers", "sqlite_autoindex_makers_1", "products", "_schema_reset", "products_name_idx");
        reset.verify().assertInSync();
        assertThat(Sqlite.query(database, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(Sqlite.query(database, "PRAGMA freelist_count")).containsExactly("0");
        assertThat(Sqlite.query(database, "PRAGMA user_version")).containsExactly("0");
        assertThat(Sqlite.query(database, "PRAGMA application_id")).containsExactly("0");
    }

    @Test
    void undoBringsAllOfItBack() throws Exception {
        List<String> before = Image.of(database);
        List<String> answers = answers();

        Undo undo = reset.apply(Confirm.YES_DROP_FOREIGN_TABLES).undo().orElseThrow();
        undo.restore(Confirm.YES);

        assertThat(Image.of(database)).isEqualTo(before);
        assertThat(answers()).isEqualTo(answers);
        assertThat(Sqlite.query(database, "PRAGMA integrity_check")).containsExactly("ok");
    }

    /** The index finds its words in the table it belongs to, and its triggers keep it so. */
    @Test
    void whatCameBackWorksOn() {
        reset.apply(Confirm.YES_DROP_FOREIGN_TABLES).undo().orElseThrow().restore(Confirm.YES);

        Sqlite.execute(
                database,
                "INSERT INTO docs(docs) VALUES ('integrity-check')",
                "INSERT INTO note_index(note_index) VALUES ('integrity-check')",
                "INSERT INTO mail(mail) VALUES ('integrity-check')",
                "UPDATE note SET body = 'call the doctor' WHERE id = 10",
                "INSERT INTO note_index(note_index) VALUES ('integrity-check')",
                "INSERT INTO ticket DEFAULT VALUES");

        assertThat(Sqlite.query(database, "SELECT rowid FROM note_index WHERE note_index MATCH 'doctor'"))
                .containsExactly("10");
        assertThat(Sqlite.query(database, "SELECT max(number) FROM ticket")).containsExactly("4611686018427387905");
        assertThat(Sqlite.query(database, "SELECT rtreecheck('places')")).containsExactly("ok");
    }

    /** It is what it was, so nobody may reset it by mistake. */
    @Test
    void afterTheUndoItIsForeignAgain() throws Exception {
        reset.apply(Confirm.YES_DROP_FOREIGN_TABLES).undo().orElseThrow().restore(Confirm.YES);
        byte[] before = Files.readAllBytes(database);

        assertThatThrownBy(() -> reset.apply(Confirm.YES)).isInstanceOf(ForeignDatabaseException.class);

        assertThat(database).hasBinaryContent(before);
        reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);
        reset.verify().assertInSync();
    }

    /** The file may be gone altogether, and SQLite begins a new one in its own way. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16le", "UTF-16be"})
    void itComesBackWhereTheFileIsGone(String encoding) throws Exception {
        Files.delete(database);
        Monster.create(database, "PRAGMA encoding = '" + encoding + "'", "PRAGMA page_size = 1024");
        List<String> before = Image.of(database);
        Undo undo = reset.apply(Confirm.YES_DROP_FOREIGN_TABLES).undo().orElseThrow();
        Files.delete(database);

        undo.restore(Confirm.YES);

        assertThat(Image.of(database)).isEqualTo(before);
    }

    /** What breaks the rules of its own table can be in a database, and comes back like all else. */
    @Test
    void rowThatBreaksACheckComesBack() {
        Sqlite.execute(
                database, "PRAGMA ignore_check_constraints = ON", "INSERT INTO \"two\nlines\" VALUES (1, 2, 3, 13)");
        List<String> before = Image.of(database);

        reset.apply(Confirm.YES_DROP_FOREIGN_TABLES).undo().orElseThrow().restore(Confirm.YES);

        assertThat(Image.of(database)).isEqualTo(before);
    }

    private List<String> answers() throws Exception {
        try (Connection connection = Sqlite.open(database)) {
            return Monster.answers(connection);
        }
    }
}
