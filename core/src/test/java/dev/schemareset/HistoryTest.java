package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.plan.Backup;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which backups there are, what is in each, and that each is a way back. */
class HistoryTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.987Z");

    @TempDir
    private Path directory;

    private Path database;
    private SchemaReset shop;

    @BeforeEach
    void threeResetsOfAShopWithMoreAndMoreMakers() {
        database = directory.resolve("local.db");
        shop = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .backups(directory.resolve("backups"), 3)
                .clock(Clock.fixed(NOON, ZoneOffset.UTC));
        shop.apply(Confirm.YES);
        for (int makers = 1; makers <= 3; makers++) {
            for (int i = 1; i <= makers; i++) {
                Sqlite.execute(database, "INSERT INTO makers(name) VALUES ('maker " + i + " of " + makers + "')");
            }
            shop.apply(Confirm.YES);
        }
    }

    @Test
    void everyBackupIsThereTheNewestFirst() {
        List<Undo> history = shop.history();

        assertThat(history)
                .extracting(Undo::backup)
                .extracting(Backup::takenAt)
                .containsExactly(
                        Instant.parse("2026-01-02T12:00:02Z"),
                        Instant.parse("2026-01-02T12:00:01Z"),
                        Instant.parse("2026-01-02T12:00:00Z"));
        assertThat(history)
                .extracting(undo -> rowsOfMakers(undo.content().summary()))
                .containsExactly("(3 rows)", "(2 rows)", "(1 row)");
        assertThat(history.get(0).backup()).isEqualTo(shop.undo().orElseThrow().backup());
        assertThat(history.get(2).backup().file().toString()).endsWith("20260102T120000Z.backup");
    }

    private static String rowsOfMakers(String summary) {
        return summary.replaceFirst("^\\d+ tables (\\(.*?\\)).*", "$1");
    }

    @Test
    void anyOfThemComesBack() {
        shop.history().get(1).restore(Confirm.YES);

        assertThat(Sqlite.query(database, "SELECT name FROM makers ORDER BY name"))
                .containsExactly("maker 1 of 2", "maker 2 of 2");
    }

    @Test
    void thereIsNoneWhereNoneIsTaken() {
        assertThat(shop.withoutBackup().history()).isEmpty();
        assertThat(shop.backups(directory.resolve("elsewhere"), 1).history()).isEmpty();
    }

    @Test
    void fileThatIsNamedForNoDayIsNoBackup() throws Exception {
        Path newest = shop.history().get(0).backup().file();
        for (String suffix : List.of("", ".sha256")) {
            String name = newest.getFileName() + suffix;
            Files.copy(newest.resolveSibling(name), newest.resolveSibling(name.replaceFirst("20260102T", "20261399T")));
        }

        assertThat(shop.history()).hasSize(3);
    }

    @Test
    void contentOfABackupThatIsGoneIsRefused() throws Exception {
        Undo newest = shop.history().get(0);
        Files.delete(newest.backup().file());

        assertThatThrownBy(newest::content)
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage("""
                        Cannot restore the backup %s: it does not exist.
                        Your data: nothing was changed.
                        What to do: a later reset removes older backups; backups(directory, keep) keeps more of them.""".formatted(newest.backup().file()));
    }
}
