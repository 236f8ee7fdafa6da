package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.ForeignDatabaseException;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.fixture.rival.Maker;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.Requests;
import dev.schemareset.turso.support.TursoServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two applications that name one remote database, with tables that are the same to the letter: neither drops the rows of the other. */
@OnEachServer
class OtherApplicationsRemoteTest {

    private static final String NAMES = "SELECT name FROM makers";
    private static final String WHOSE =
            "it belongs to another application, with models in dev.schemareset.fixture.rival instead of dev.schemareset.fixture.shop";
    private static final String REMEDY = """

            Your data: nothing was changed.
            What to do: check that this is the database you mean. If all of this may be dropped, call apply(Confirm.YES_DROP_FOREIGN_TABLES).""";

    @TempDir
    private Path directory;

    private TursoServer server;
    private FaultProxy proxy;
    private Path ours;
    private Path theirs;

    @BeforeEach
    void start(TursoServer server, FaultProxy proxy) {
        this.server = server;
        this.proxy = proxy;
        ours = directory.resolve("ours.db");
        theirs = directory.resolve("theirs.db");
    }

    private TursoSync turso() {
        return TursoSync.to(proxy.url()).pausing(duration -> {});
    }

    private SchemaReset shop(Path database) {
        return SchemaReset.forModels(dev.schemareset.fixture.shop.Maker.class)
                .withoutBackup()
                .database(database)
                .syncTo(turso());
    }

    private SchemaReset rival(Path database) {
        return SchemaReset.forModels(Maker.class)
                .withoutBackup()
                .database(database)
                .syncTo(turso());
    }

    private void rivalHasARow() throws Exception {
        rival(theirs).apply(Confirm.YES);
        RawPipeline.execute(server.url(), "INSERT INTO makers VALUES (1, 'of the rival')");
    }

    private void assertRemoteRowIsThere() throws Exception {
        assertThat(RawPipeline.query(server.url(), NAMES)).containsExactly(List.of("of the rival"));
    }

    @Test
    void remoteDatabaseOfAnotherApplicationIsRefusedBeforeAnythingIsTouched() throws Exception {
        rivalHasARow();

        assertThatThrownBy(() -> shop(ours).apply(Confirm.YES))
                .isInstanceOf(ForeignDatabaseException.class)
                .hasMessage("Cannot reset the database " + proxy.url() + ": " + WHOSE
                        + ". It holds 1 table (1 row).\n  table makers (1 row)" + REMEDY);

        assertThat(ours).doesNotExist();
        assertRemoteRowIsThere();
        assertThat(shop(ours).info().toString())
                .contains(": " + WHOSE + ", and only YES_DROP_FOREIGN_TABLES resets it\n");
        assertThatThrownBy(() -> shop(ours).apply(Confirm.NO))
                .isInstanceOf(NotConfirmedException.class)
                .hasMessage("""
                        The reset of the database %s was not confirmed. It would have dropped nothing.
                        No backup would have been taken: no row is dropped.
                        In the remote database %s it would have dropped 1 table (1 row).
                          table makers (1 row)
                        Careful with this database: %s.
                        Your data: nothing was changed.
                        What to do: call apply(Confirm.YES_DROP_FOREIGN_TABLES) if all of this may be dropped.""".formatted(ours, proxy.url(), WHOSE));

        shop(ours).apply(Confirm.YES_DROP_FOREIGN_TABLES);
        assertThat(RawPipeline.query(server.url(), "SELECT packages FROM _schema_reset"))
                .containsExactly(List.of("dev.schemareset.fixture.shop"));
        shop(ours).apply(Confirm.YES);
    }

    /** Who then confirms that the remote one may go has been told that the local one would go as well. */
    @Test
    void localDatabaseOfAnotherApplicationIsNamedTogetherWithTheRemoteOne() throws Exception {
        rivalHasARow();
        Sqlite.execute(ours, "CREATE TABLE customer(id)", "INSERT INTO customer VALUES (1)");
        byte[] before = Files.readAllBytes(ours);

        assertThatThrownBy(() -> shop(ours).apply(Confirm.YES))
                .isInstanceOf(ForeignDatabaseException.class)
                .hasMessage("Cannot reset the database " + proxy.url() + ": " + WHOSE
                        + ". It holds 1 table (1 row).\n  table makers (1 row)\nCannot reset the database " + ours
                        + ": SchemaReset did not make it. It holds 1 table (1 row).\n  table customer (1 row)"
                        + REMEDY);

        assertThat(ours).hasBinaryContent(before);
        assertRemoteRowIsThere();
    }

    @Test
    void ownRemoteDatabaseIsNotResetFromTheFileOfAnotherApplication() throws Exception {
        shop(ours).apply(Confirm.YES);
        RawPipeline.execute(server.url(), "INSERT INTO makers VALUES (1, 'ours')");
        SchemaReset.forModels(Maker.class).database(theirs).apply(Confirm.YES);
        byte[] before = Files.readAllBytes(theirs);

        assertThatThrownBy(() -> shop(theirs).apply(Confirm.YES))
                .isInstanceOf(ForeignDatabaseException.class)
                .hasMessageStartingWith("Cannot reset the database " + theirs + ": " + WHOSE);

        assertThat(theirs).hasBinaryContent(before);
        assertThat(RawPipeline.query(server.url(), NAMES)).containsExactly(List.of("ours"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE _schema_reset(id, fingerprint, reset_at, library_version, resets)",
                "CREATE TABLE _schema_reset(id, fingerprint, reset_at, library_version, resets, packages)",
                "CREATE TABLE _schema_reset(id, fingerprint, reset_at, library_version, resets, packages DEFAULT '')",
                "CREATE TABLE _schema_reset(id, fingerprint, reset_at, library_version, resets, packages DEFAULT ';a')",
                "CREATE TABLE _schema_reset(id, fingerprint, reset_at, library_version, resets, packages DEFAULT 3.5)",
                "CREATE TABLE _schema_reset(id, fingerprint, reset_at, library_version, resets, packages DEFAULT x'ff')"
            })
    void stampThatDoesNotSayWhoseItIs(String table) throws Exception {
        rivalHasARow();
        RawPipeline.execute(
                server.url(),
                "DROP TABLE _schema_reset",
                table,
                "INSERT INTO _schema_reset(id, fingerprint, reset_at, library_version, resets) VALUES (1, 'f',"
                        + " '2026-01-02T03:04:05.678Z', '0.1.0-SNAPSHOT', 7)");

        for (SchemaReset reset : List.of(shop(ours), rival(ours))) {
            assertThatThrownBy(() -> reset.apply(Confirm.YES))
                    .isInstanceOf(ForeignDatabaseException.class)
                    .hasMessageStartingWith("Cannot reset the database " + proxy.url()
                            + ": its stamp, perhaps of an earlier version, does not say to which application it belongs. "
                            + "It holds 1 table (1 row).");
        }
        assertRemoteRowIsThere();

        shop(ours).apply(Confirm.YES_DROP_FOREIGN_TABLES);
        assertThat(RawPipeline.query(server.url(), "SELECT resets FROM _schema_reset"))
                .containsExactly(List.of("8"));
    }

    /** What another application has left to do is for that to do. */
    @Test
    void retryIsOnlyForWhoeverBeganIt() throws Exception {
        rivalHasARow();
        proxy.when(Requests::commits, Fault.status(403));
        assertThatThrownBy(() -> rival(theirs).apply(Confirm.YES)).isInstanceOf(SyncException.class);

        for (Runnable retry :
                List.<Runnable>of(() -> shop(theirs).sync(), () -> shop(theirs).finish())) {
            assertThatThrownBy(retry::run)
                    .isInstanceOfSatisfying(
                            SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                    .hasMessage("""
                            Cannot sync the database %s with %s: %s, and the remote is still to be reset.
                            Your data: neither database was changed.
                            What to do: compare both with info(); apply(Confirm.YES_DROP_FOREIGN_TABLES) drops everything in both and creates it again.""".formatted(theirs, proxy.url(), WHOSE));
        }
        assertRemoteRowIsThere();
        assertThat(shop(theirs).info().toString())
                .contains("\nRemote      was not reset yet: apply(Confirm.YES_DROP_FOREIGN_TABLES) resets both\n");
        assertThat(rival(theirs).info().toString()).contains("\nRemote      was not reset yet: sync() does it\n");

        assertThat(rival(theirs).finish()).isPresent();
    }

    @Test
    void retryTellsWhoseTheRemoteDatabaseIsByNow() throws Exception {
        shop(ours).apply(Confirm.YES);
        proxy.when(Requests::commits, Fault.status(403));
        assertThatThrownBy(() -> shop(ours).apply(Confirm.YES)).isInstanceOf(SyncException.class);
        rival(theirs).apply(Confirm.YES_DROP_FOREIGN_TABLES);
        RawPipeline.execute(server.url(), "INSERT INTO makers VALUES (1, 'of the rival')");

        assertThatThrownBy(() -> shop(ours).sync())
                .isInstanceOf(SyncException.class)
                .hasMessageContaining("as it was then. It holds 1 table (1 row) now: " + WHOSE + ".\n")
                .hasMessageContaining("apply(Confirm.YES_DROP_FOREIGN_TABLES) drops everything in both");

        assertRemoteRowIsThere();
    }

    /** Rows that its own application has not dropped do not go because another one has. */
    @Test
    void resetByAnotherApplicationIsNotFollowedUnasked() throws Exception {
        rivalHasARow();
        rival(theirs).sync();
        shop(ours).apply(Confirm.YES_DROP_FOREIGN_TABLES);

        assertThatThrownBy(() -> rival(theirs).sync())
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                .hasMessage("""
                        The database %s must be made anew: the database %s was reset, and it belongs to another application, with models in dev.schemareset.fixture.shop instead of dev.schemareset.fixture.rival.
                        Your data: nothing was changed here; what is yet to be sent is kept.
                        What to do: check the URL; if it is meant, call rebuild(Confirm.YES) of the replication, which makes the database anew from there.""".formatted(theirs, proxy.url()));
        assertThat(Sqlite.query(theirs, NAMES)).containsExactly("of the rival");

        try (TursoReplication replication = turso().replicate(rival(theirs))) {
            replication.rebuild(Confirm.YES);
            assertThat(Sqlite.query(theirs, NAMES)).isEmpty();
            Sqlite.execute(theirs, "INSERT INTO makers VALUES (2, 'shared')");
            replication.sync();
        }
        assertThat(RawPipeline.query(server.url(), NAMES)).containsExactly(List.of("shared"));
        assertThat(Sqlite.query(theirs, "SELECT packages FROM _schema_reset"))
                .containsExactly("dev.schemareset.fixture.rival");
    }

    /** A reset of the remote database makes other instances follow; the file of another application is not among them. */
    @Test
    void fileOfAnotherApplicationIsNotRebuilt() throws Exception {
        rivalHasARow();
        rival(theirs).sync();
        shop(ours).apply(Confirm.YES_DROP_FOREIGN_TABLES);
        String refusal = """
                Cannot rebuild the database %s: %s. It holds 1 table (1 row).
                  table makers (1 row)
                Your data: nothing was changed.
                What to do: check that this is the database you mean. If all of this may be dropped, delete the file: its rows then come from the remote database.""".formatted(theirs, WHOSE);

        assertThatThrownBy(() -> shop(theirs).sync())
                .isInstanceOf(ForeignDatabaseException.class)
                .hasMessage(refusal);
        try (TursoReplication replication = turso().replicate(shop(theirs))) {
            for (Confirm confirm : List.of(Confirm.YES, Confirm.YES_DROP_FOREIGN_TABLES)) {
                assertThatThrownBy(() -> replication.rebuild(confirm))
                        .isInstanceOf(ForeignDatabaseException.class)
                        .hasMessage(refusal);
            }
        }
        assertThat(Sqlite.query(theirs, NAMES)).containsExactly("of the rival");

        Files.delete(theirs);
        shop(theirs).sync();
        assertThat(Sqlite.query(theirs, "SELECT packages FROM _schema_reset"))
                .containsExactly("dev.schemareset.fixture.shop");
    }
}
