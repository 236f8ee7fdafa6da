package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.ResetReport;
import dev.schemareset.SchemaReset;
import dev.schemareset.UndoReport;
import dev.schemareset.error.DatabaseBusyException;
import dev.schemareset.error.ForeignDatabaseException;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.fixture.shop.Maker;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.Requests;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the local side of a sync, and what the other side makes of it. */
@WithServer
class LocalSideTest {

    @TempDir
    private Path directory;

    private TursoServer server;
    private FaultProxy proxy;
    private Path database;

    @BeforeEach
    void start(TursoServer server, FaultProxy proxy) {
        this.server = server;
        this.proxy = proxy;
        database = directory.resolve("local.db");
    }

    private SchemaReset shop() {
        return SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .backups(directory.resolve("backups"), 3)
                .syncTo(TursoSync.to(proxy.url()).pausing(duration -> {}));
    }

    private List<List<String>> epochThere() throws Exception {
        return RawPipeline.query(server.url(), "SELECT v FROM _sync_meta");
    }

    @Test
    void otherSideIsNotResetWhenTheLocalOneCannotBe() throws Exception {
        shop().apply(Confirm.YES);
        List<List<String>> epoch = epochThere();
        try (Connection other = Sqlite.open(database)) {
            Sqlite.execute(other, "BEGIN IMMEDIATE");
            SchemaReset impatient = shop().database("jdbc:sqlite:" + database + "?busy_timeout=1");

            assertThatThrownBy(() -> impatient.apply(Confirm.YES)).isInstanceOf(DatabaseBusyException.class);
        }
        assertThat(epochThere()).isEqualTo(epoch);
        shop().sync();
    }

    @Test
    void otherSideIsNotResetWhenTheLocalOneBelongsToSomebodyElse() throws Exception {
        Sqlite.execute(database, "CREATE TABLE customer(id)");

        assertThatThrownBy(() -> shop().apply(Confirm.YES)).isInstanceOf(ForeignDatabaseException.class);

        assertThat(RawPipeline.query(server.url(), "SELECT name FROM sqlite_schema"))
                .isEmpty();
    }

    @Test
    void undoBringsBackTheLocalSideAlone() throws Exception {
        shop().apply(Confirm.YES);
        Sqlite.execute(database, "INSERT INTO makers(name) VALUES ('here')");
        ResetReport report = shop().apply(Confirm.YES);
        List<List<String>> epoch = epochThere();

        UndoReport back = report.undo().orElseThrow().restore(Confirm.YES);

        assertThat(back.notes())
                .contains("The remote database " + proxy.url()
                        + " was not touched: info() tells whether both still belong together; if not, apply(Confirm.YES) "
                        + "resets both.");
        assertThat(Sqlite.query(database, "SELECT name FROM makers")).containsExactly("here");
        assertThat(epochThere()).isEqualTo(epoch);
        assertThatThrownBy(() -> shop().sync())
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT));
        shop().apply(Confirm.YES);
        shop().sync();
    }

    @Test
    void otherSideFollowsOnlyWithTheSchemaThatTheLocalOneHas() {
        proxy.when(Requests::commits, Fault.status(403));
        assertThatThrownBy(() -> shop().apply(Confirm.YES)).isInstanceOf(SyncException.class);
        SchemaReset changed =
                SchemaReset.forModels(Maker.class).database(database).syncTo(TursoSync.to(proxy.url()));

        assertThatThrownBy(changed::sync)
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                .hasMessage("""
                        Cannot sync the database %s with %s: the remote is still to be reset, and this database differs from the models.
                        Your data: neither database was changed.
                        What to do: look at the differences with verify(); apply(Confirm.YES) drops everything in both and creates it from the models as they are now.""".formatted(database, proxy.url()));
        assertThat(shop().sync().finished()).isPresent();
    }

    /** A copy of the other side under another address was not confirmed to be dropped. */
    @Test
    void otherSideFollowsOnlyWhereItWasConfirmed() {
        proxy.when(Requests::commits, Fault.status(403));
        assertThatThrownBy(() -> shop().apply(Confirm.YES)).isInstanceOf(SyncException.class);

        assertThatThrownBy(() -> shop().syncTo(TursoSync.to(server.url())).sync())
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT));
    }

    @Test
    void databaseInMemoryHasAnotherSideToo() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            SchemaReset reset = shop().database(Jdbi.create(connection));

            reset.apply(Confirm.YES);

            assertThat(reset.finish()).isEmpty();
            reset.verify().assertInSync();
            assertThatThrownBy(reset::sync)
                    .isInstanceOf(UnusableDatabaseException.class)
                    .hasMessage("""
                            Cannot exchange the rows of the database in memory (of the given Jdbi): it is in memory.
                            Your data: nothing was changed.
                            What to do: choose a database in a file with database(...).""");
        }
    }

    @Test
    void nothingToSyncWith() {
        assertThatThrownBy(() ->
                        SchemaReset.forModels(Maker.class).database(database).sync())
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_CONFIGURED))
                .hasMessage("""
                        Cannot sync the database %s: no remote is configured.
                        Your data: nothing was changed.
                        What to do: name one with syncTo(...).""".formatted(database));
    }
}
