package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.ForeignDatabaseException;
import dev.schemareset.error.ProtectedDatabaseException;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Never the wrong database: what nobody meant to drop is refused, word for word, and not a byte of it changes. */
class GuardTest {

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
    void databaseOfAnotherApplicationIsRefused() throws Exception {
        Sqlite.execute(
                database,
                "CREATE TABLE customer(id INTEGER PRIMARY KEY, name)",
                "INSERT INTO customer(name) VALUES ('Ada'), ('Alan')",
                "CREATE TABLE invoice(id)",
                "CREATE VIRTUAL TABLE search USING fts5(text, content='')",
                "CREATE INDEX customer_name ON customer(name)",
                "CREATE VIEW names AS SELECT name FROM customer");
        byte[] before = Files.readAllBytes(database);

        assertThatThrownBy(() -> reset.apply(Confirm.YES))
                .isInstanceOf(ForeignDatabaseException.class)
                .hasMessage("""
                        Cannot reset the database %s: SchemaReset did not make it. It holds 2 tables (2 rows), 1 virtual table (0 rows), 4 shadow tables (3 rows), 1 view, 1 index.
                          table customer (2 rows)
                          table invoice (0 rows)
                          virtual table search (0 rows)
                          shadow table search_data (2 rows)
                          shadow table search_idx (0 rows)
                          shadow table search_docsize (0 rows)
                          shadow table search_config (1 row)
                        Your data: nothing was changed.
                        What to do: check that this is the database you mean. If all of this may be dropped, call apply(Confirm.YES_DROP_FOREIGN_TABLES).""".formatted(database));
        assertThat(database).hasBinaryContent(before);
        assertThat(directory).isDirectoryNotContaining(file -> !file.equals(database));
    }

    @Test
    void foreignDatabaseIsResetWhenThatIsSaid() {
        Sqlite.execute(database, "CREATE TABLE old(a)");

        reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);

        reset.verify().assertInSync();
        reset.apply(Confirm.YES);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NO")
    void databaseWithoutATableIsNobodys(Confirm confirm) {
        Sqlite.execute(database, "CREATE VIEW v AS SELECT 1", "PRAGMA user_version = 3");

        reset.apply(confirm);

        reset.verify().assertInSync();
        assertThat(Sqlite.query(database, "PRAGMA user_version")).containsExactly("0");
    }

    /** Somebody else's tables of these names are no stamp. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE _schema_reset(a)",
                "CREATE TABLE _SCHEMA_RESET(fingerprint, reset_at, library_version, resets)",
                "CREATE TABLE _schema_reset AS SELECT 'f' AS fingerprint, 'soon' AS reset_at, '1' AS library_version, 1 AS resets",
                "CREATE TABLE _schema_reset AS SELECT NULL AS fingerprint, NULL AS reset_at, NULL AS library_version, 1 AS resets",
                "CREATE VIEW _schema_reset AS SELECT 'f' AS fingerprint, '2026-01-01T00:00:00Z' AS reset_at, '1' AS "
                        + "library_version, 1 AS resets"
            })
    void whatOnlyLooksLikeAStampIsNone(String sql) throws Exception {
        Sqlite.execute(database, "CREATE TABLE precious(a)", sql);
        byte[] before = Files.readAllBytes(database);

        assertThatThrownBy(() -> reset.apply(Confirm.YES)).isInstanceOf(ForeignDatabaseException.class);

        assertThat(database).hasBinaryContent(before);
        reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);
        reset.verify().assertInSync();
    }

    @Test
    void tableThatHasNothingOfAStampButItsNameIsSomebodys() {
        Sqlite.execute(database, "CREATE TABLE _schema_reset(a)", "INSERT INTO _schema_reset VALUES ('theirs')");

        assertThatThrownBy(() -> reset.apply(Confirm.YES)).isInstanceOf(ForeignDatabaseException.class);
    }

    @Test
    void stampTellsWhatTheLastResetDid() {
        reset.apply(Confirm.YES);
        reset.apply(Confirm.YES);

        assertThat(Sqlite.query(database, "SELECT id, fingerprint, library_version, resets FROM _schema_reset"))
                .containsExactly("1|" + reset.plan().fingerprint() + "|0.1.0-SNAPSHOT|2");
        assertThat(Sqlite.query(
                        database,
                        "SELECT abs(julianday('now') - julianday(reset_at)) < 0.01, reset_at GLOB '????-??-??T??:??:??.???Z'"
                                + " FROM _schema_reset"))
                .containsExactly("1|1");
    }

    @ParameterizedTest
    @EnumSource
    void protectedDatabaseIsRefused(Confirm confirm) throws Exception {
        reset.apply(Confirm.YES);
        reset.protect("real customers' data");
        byte[] before = Files.readAllBytes(database);
        String since = Sqlite.query(database, "SELECT since FROM _schema_reset_protection")
                .get(0);

        assertThatThrownBy(() -> reset.apply(confirm))
                .isInstanceOf(ProtectedDatabaseException.class)
                .hasMessage("""
                        Cannot reset the database %s: it is protected since %s: "real customers' data".
                        Your data: nothing was changed.
                        What to do: call unprotect() if it may be dropped.""".formatted(database, since));
        assertThat(database).hasBinaryContent(before);
        assertThat(reset.plan().sql())
                .contains("\n-- Careful: this database is protected since " + since + ": \"real customers' data\".\n");
        assertThat(reset.info().toString()).contains("\nProtected   since " + since + ": \"real customers' data\"\n");
        reset.verify().assertInSync();
    }

    @Test
    void unprotectedDatabaseIsResetAgain() {
        reset.apply(Confirm.YES);
        reset.protect("first");
        reset.protect("second");
        assertThat(Sqlite.query(database, "SELECT reason FROM _schema_reset_protection"))
                .containsExactly("second");

        reset.unprotect();
        reset.unprotect();

        assertThat(Sqlite.query(database, "SELECT name FROM sqlite_schema WHERE name LIKE '%protection%'"))
                .isEmpty();
        reset.apply(Confirm.YES);
    }

    /** Whoever emptied the table did not unprotect. */
    @Test
    void protectionWithoutAReasonHoldsToo() {
        reset.apply(Confirm.YES);
        reset.protect("because");
        Sqlite.execute(database, "DELETE FROM _schema_reset_protection");

        assertThatThrownBy(() -> reset.apply(Confirm.YES))
                .isInstanceOf(ProtectedDatabaseException.class)
                .hasMessageContaining("it is protected since an unknown time: \"the reason cannot be read\".");
    }

    @Test
    void foreignDatabaseCanBeProtected() {
        Sqlite.execute(database, "CREATE TABLE old(a)");
        reset.protect("theirs");

        assertThatThrownBy(() -> reset.apply(Confirm.YES_DROP_FOREIGN_TABLES))
                .isInstanceOf(ProtectedDatabaseException.class);

        reset.unprotect();
        assertThatThrownBy(() -> reset.apply(Confirm.YES)).isInstanceOf(ForeignDatabaseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "a\0b"})
    void reasonThatSaysNothing(String reason) {
        reset.apply(Confirm.YES);

        assertThatThrownBy(() -> reset.protect(reason))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a reason must say something, without NUL characters");
    }

    @Test
    void missingDatabaseCannotBeProtected() {
        assertThatThrownBy(() -> reset.protect("nothing"))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage("""
                        Cannot protect the database %s: it does not exist.
                        Your data: nothing was changed.
                        What to do: create it with apply(Confirm.YES), or check the path.""".formatted(database));
        assertThat(directory).isEmptyDirectory();
    }

    /** Plain SQLite, even when it only reads, would damage it. */
    @ParameterizedTest
    @ValueSource(strings = {"-info", "-client_wal_index"})
    void replicaOfLibSqlIsNeverOpened(String suffix) throws Exception {
        reset.apply(Confirm.YES);
        byte[] before = Files.readAllBytes(database);
        Path side = Files.writeString(directory.resolve("local.db" + suffix), "{}");
        String message = """
                Cannot %s the database %s: it is a libSQL replica, as %s shows; opening it with plain SQLite would damage it.
                Your data: nothing was changed.
                What to do: name another file for this application's own database, or remove the replica with the program that made it.""";

        for (Confirm confirm : List.of(Confirm.YES, Confirm.YES_DROP_FOREIGN_TABLES)) {
            assertThatThrownBy(() -> reset.apply(confirm))
                    .isInstanceOf(UnusableDatabaseException.class)
                    .hasMessage(message.formatted("reset", database, side));
        }
        assertThatThrownBy(() -> reset.info()).hasMessage(message.formatted("read", database, side));
        assertThatThrownBy(() -> reset.verify()).hasMessage(message.formatted("read", database, side));
        assertThatThrownBy(() -> reset.jdbi().open()).hasMessage(message.formatted("open", database, side));
        assertThatThrownBy(() -> reset.protect("x")).hasMessage(message.formatted("protect", database, side));
        assertThatThrownBy(() -> reset.unprotect()).hasMessage(message.formatted("unprotect", database, side));
        assertThat(database).hasBinaryContent(before);
    }

    @Test
    void replicaOfLibSqlBehindAGivenJdbiIsRefused() throws Exception {
        reset.apply(Confirm.YES);
        Path side = Files.writeString(directory.resolve("local.db-info"), "{}");

        assertThatThrownBy(() -> reset.database(org.jdbi.v3.core.Jdbi.create("jdbc:sqlite:" + database))
                        .apply(Confirm.YES))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageStartingWith(
                        "Cannot reset the database " + database + ": it is a libSQL replica, as " + side);
    }

    /** That engine takes other locks where several of its processes share a file, and leaves the file there. */
    @Test
    void fileThatTursosEngineSharesIsNeverOpened() throws Exception {
        reset.apply(Confirm.YES);
        byte[] before = Files.readAllBytes(database);
        Path side = Files.writeString(directory.resolve("local.db-tshm"), "");
        String message = """
                Cannot %s the database %s: Turso's own engine opened it with --experimental-multiprocess-wal, as %s shows; \
                what plain SQLite writes at the same time is lost without an error.
                Your data: nothing was changed.
                What to do: end every program that has it open in that way, then delete %3$s; or name another file.""";

        assertThatThrownBy(() -> reset.apply(Confirm.YES))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage(message.formatted("reset", database, side));
        assertThatThrownBy(() -> reset.info()).hasMessage(message.formatted("read", database, side));
        assertThatThrownBy(() -> reset.jdbi().open()).hasMessage(message.formatted("open", database, side));
        assertThatThrownBy(() -> reset.database(org.jdbi.v3.core.Jdbi.create("jdbc:sqlite:" + database))
                        .apply(Confirm.YES))
                .hasMessage(message.formatted("reset", database, side));
        assertThat(database).hasBinaryContent(before);

        Files.delete(side);
        assertThat(reset.verify().isEmpty()).isTrue();
    }
}
