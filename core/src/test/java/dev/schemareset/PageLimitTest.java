package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.plan.Backup;
import dev.schemareset.support.Image;
import dev.schemareset.support.Monster;
import dev.schemareset.support.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that may have no more pages, so that each page of what would come is once the one too many: nothing has changed. */
class PageLimitTest {

    @TempDir
    private Path directory;

    private Path database;
    private SchemaReset reset;

    @BeforeEach
    void large() {
        database = directory.resolve("local.db");
        reset = SchemaReset.forModels(Large.class).database(database).backups(directory.resolve("backups"), 2);
    }

    @Test
    void resetNeedsOnePageMore() throws IOException {
        Sqlite.execute(database, "CREATE TABLE old(a)", "INSERT INTO old VALUES (1)");

        int refused = raiseTheLimit(1, "reset", limited -> limited.apply(Confirm.YES_DROP_FOREIGN_TABLES));

        assertThat(refused).isGreaterThan(15);
        reset.verify().assertInSync();
        assertThat(reset.undo()).isPresent();
    }

    @Test
    void undoNeedsMorePages() throws IOException {
        Monster.create(database);
        List<String> monster = Image.of(database);
        reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);

        int refused = raiseTheLimit(
                5, "restore", limited -> limited.undo().orElseThrow().restore(Confirm.YES));

        assertThat(refused).isGreaterThan(10);
        assertThat(Image.of(database)).isEqualTo(monster);
    }

    /** How often it is refused until it works. */
    private int raiseTheLimit(int step, String verb, Consumer<SchemaReset> work) throws IOException {
        byte[] before = Files.readAllBytes(database);
        Optional<Backup> backup = reset.undo().map(Undo::backup);
        int pages = Integer.parseInt(Sqlite.query(database, "PRAGMA page_count").get(0));
        for (int refused = 0; ; refused++) {
            SchemaReset limited =
                    reset.database("jdbc:sqlite:" + database + "?max_page_count=" + (pages + refused * step));
            Throwable e = catchThrowable(() -> work.accept(limited));
            if (e == null) {
                return refused;
            }
            assertThat(e).isInstanceOf(UnusableDatabaseException.class).hasMessage("""
                    Cannot %s the database %s: there is no space for what would be written; SQLite says: [SQLITE_FULL] Insertion failed because database is full (database or disk is full).
                    Your data: nothing was changed.
                    What to do: make room on the disk, or raise what limits the size of the database, and run again.""".formatted(verb, database));
            assertThat(database).hasBinaryContent(before);
            assertThat(reset.undo().map(Undo::backup)).isEqualTo(backup);
        }
    }
}
