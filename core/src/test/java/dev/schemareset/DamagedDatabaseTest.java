package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.SchemaResetException;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.plan.Backup;
import dev.schemareset.support.Monster;
import dev.schemareset.support.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that is damaged, wherever: it is told, and no byte of what can be saved of it changes. */
class DamagedDatabaseTest {

    private static final int PAGE = 4096;

    @TempDir
    private Path directory;

    private Path database;
    private Path backups;
    private SchemaReset reset;
    private byte[] whole;

    @BeforeEach
    void monster() throws IOException {
        database = directory.resolve("local.db");
        backups = directory.resolve("backups");
        Monster.create(database);
        whole = Files.readAllBytes(database);
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .backups(backups, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0xff})
    void header(int filler) throws IOException {
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 0, 100, (byte) filler);
        Files.write(database, damaged);

        assertNoDatabase("reset", () -> reset.apply(Confirm.YES_DROP_FOREIGN_TABLES));
        assertNoDatabase("read", reset::plan);
        assertNoDatabase("read", reset::info);
        assertNoDatabase("read", reset::verify);
        assertThat(database).hasBinaryContent(damaged);
    }

    /** Every other page. A reset may do without one, and then all is well; else nothing at all happens. */
    @Test
    void anyPage() throws IOException {
        int pages = whole.length / PAGE;
        int refused = 0;
        for (int page = 1; page < pages; page += 2) {
            byte[] damaged = whole.clone();
            Arrays.fill(damaged, page * PAGE, (page + 1) * PAGE, (byte) 0x55);
            Files.write(database, damaged);
            if (isRefused("page " + page)) {
                assertThat(database).as("page %d", page).hasBinaryContent(damaged);
                refused++;
            } else {
                reset.verify().assertInSync();
                assertThat(Sqlite.query(database, "PRAGMA integrity_check")).containsExactly("ok");
            }
        }
        assertThat(refused).isGreaterThan(pages / 3);
    }

    private boolean isRefused(String where) {
        Optional<Backup> backup = reset.undo().map(Undo::backup);
        try {
            reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);
            return false;
        } catch (SchemaResetException e) {
            assertDamaged(e);
            assertThat(reset.undo().map(Undo::backup)).as(where).isEqualTo(backup);
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 100, 511, 512, PAGE - 1, PAGE, PAGE + 1, 10 * PAGE, 384_000})
    void truncated(int length) throws IOException {
        byte[] rest = Arrays.copyOf(whole, length);
        Files.write(database, rest);

        assertThatThrownBy(() -> reset.apply(Confirm.YES_DROP_FOREIGN_TABLES)).satisfies(this::assertDamaged);

        assertThat(database).hasBinaryContent(rest);
        assertThat(reset.undo()).isEmpty();
    }

    private void assertDamaged(Throwable e) {
        assertThat(e)
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageMatching(Pattern.quote(
                                "Cannot reset the database " + database
                                        + ": it is damaged; SQLite says: [SQLITE_CORRUPT] The database disk image is malformed (")
                        + "(database disk image is malformed|vtable constructor failed: \\w+)"
                        + Pattern.quote("""
                                ).
                                Your data: nothing was changed.
                                What to do: restore a backup, or save what `.recover` of the sqlite3 shell can read. If all of it may be lost, delete the file and those named like it with -wal, -shm and -journal at the end, and run again."""));
    }

    private void assertNoDatabase(String verb, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(UnusableDatabaseException.class).hasMessage("""
                        Cannot %s the database %s: it is not a SQLite database.
                        Your data: the file was not changed.
                        What to do: check the path; if the file may be lost, delete it yourself and run again.""".formatted(
                        verb, database));
    }
}
