package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.ForeignDatabaseException;
import dev.schemareset.error.ProtectedDatabaseException;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.Gate;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.Requests;
import dev.schemareset.turso.support.TursoServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others leave in a remote database, and do to it at the wrong moment: nothing of it is dropped unseen, and nothing blocks for ever. */
@OnEachServer
class OddRemoteTest {

    @Table("Users")
    record User(
            @PrimaryKey Long id,
            @Index(name = "Users_By_Name") String name) {}

    @Table("libsql_users")
    record Reserved(@PrimaryKey Long id) {}

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

    private TursoSync turso() {
        return TursoSync.to(proxy.url()).pausing(duration -> {});
    }

    private SchemaReset shop() {
        return SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .backups(directory.resolve("backups"), 5)
                .syncTo(turso());
    }

    private void execute(String... statements) throws Exception {
        RawPipeline.execute(server.url(), statements);
    }

    private List<List<String>> query(String sql) throws Exception {
        return RawPipeline.query(server.url(), sql);
    }

    @Test
    void namesMayHaveCapitalLetters() {
        SchemaReset reset = SchemaReset.forModels(User.class).database(database).syncTo(turso());

        reset.apply(Confirm.YES);
        reset.apply(Confirm.YES);

        assertThat(reset.info().toString()).contains("\nRemote      agrees with this database: ");
    }

    @Test
    void nameThatTheServerKeepsForItselfIsRefused() {
        assertThatThrownBy(() -> SchemaReset.forModels(Reserved.class)
                        .database(database)
                        .syncTo(turso())
                        .apply(Confirm.YES))
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNPORTABLE))
                .hasMessageContaining("""
                        - The table libsql_users: the server reserves names that begin like this, and could not drop it again.
                          Fix: choose another name.
                        """);
        assertThat(database).doesNotExist();
    }

    /** Turso 0.7 keeps what is written after such a query uncommitted, for the next rollback to take away. */
    @Test
    void whatOthersHaveWrittenSurvivesWhatIsRolledBack() throws Exception {
        execute("CREATE TABLE orders(id)");
        query("SELECT name FROM pragma_table_info('orders')");
        execute("INSERT INTO orders VALUES (1), (2)");

        assertThat(turso().testAuth().isOk()).isTrue();
        assertThat(query("SELECT count(*) FROM orders")).containsExactly(List.of("2"));

        query("SELECT name FROM pragma_table_info('orders')");
        execute("INSERT INTO orders VALUES (3)");
        assertThatThrownBy(() -> shop().apply(Confirm.YES)).isInstanceOf(ForeignDatabaseException.class);
        turso().look().rehearse(List.of());
        assertThat(query("SELECT count(*) FROM orders")).containsExactly(List.of("3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE _sync_guard(a)",
                "CREATE VIEW _SYNC_GUARD AS SELECT 1",
                "CREATE TABLE _sync_probe(a)",
                "CREATE TABLE _sync_meta AS SELECT 'epoch' AS k, 7 AS v",
                "CREATE TABLE _sync_meta AS SELECT 'epoch' AS k, NULL AS v",
                "CREATE VIEW _sync_meta AS SELECT 'epoch' AS k, 'e' AS v",
                "CREATE TABLE _sync_schema(a)",
                "CREATE TABLE _schema_reset AS SELECT 'f' AS fingerprint, 'soon' AS reset_at, '1' AS library_version, 1 AS resets"
            })
    void whatOnlyLooksLikeOursDoesNotBlock(String sql) throws Exception {
        execute(sql, "CREATE TABLE customer(a)");

        assertThat(turso().testAuth().isOk()).isTrue();
        assertThatThrownBy(() -> shop().apply(Confirm.YES)).isInstanceOf(ForeignDatabaseException.class);
        shop().apply(Confirm.YES_DROP_FOREIGN_TABLES);

        assertThat(shop().info().toString()).contains("\nRemote      agrees with this database: ");
    }

    @Test
    void rowsInTablesOfOurNamesAreTold() throws Exception {
        execute("CREATE TABLE _sync_meta(k, v)", "INSERT INTO _sync_meta VALUES ('a', 'b')");

        assertThatThrownBy(() -> shop().apply(Confirm.YES))
                .isInstanceOf(ForeignDatabaseException.class)
                .hasMessageContaining("It holds 1 table (1 row).\n  table _sync_meta (1 row)\n");
    }

    /** What came after the reset was confirmed was confirmed by nobody. */
    @ParameterizedTest
    @ValueSource(
            strings = {"CREATE TABLE fresh(a)", "INSERT INTO makers(name) VALUES ('fresh')", "DELETE FROM _schema_reset"
            })
    void syncDropsNothingThatWasNotSeen(String sql) throws Exception {
        shop().apply(Confirm.YES);
        proxy.when(Requests::commits, Fault.status(403));
        assertThatThrownBy(() -> shop().apply(Confirm.YES)).isInstanceOf(SyncException.class);
        execute(sql);

        assertThatThrownBy(() -> shop().sync())
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                .hasMessageContaining("the remote is still to be reset, and is not what was confirmed to be dropped: "
                        + proxy.url() + " as it was then. It holds ");
        assertThat(shop().info().toString())
                .contains(
                        "\nRemote      was not reset yet, and is not what was confirmed to be dropped: apply(Confirm.YES"
                                + (sql.startsWith("DELETE") ? "_DROP_FOREIGN_TABLES" : "") + ") resets both\n");
        shop().apply(Confirm.YES_DROP_FOREIGN_TABLES);
        shop().sync();
    }

    @Test
    void lockIsToldBeforeWhatIsLeftToDo() {
        shop().apply(Confirm.YES);
        proxy.when(Requests::commits, Fault.status(403));
        assertThatThrownBy(() -> shop().apply(Confirm.YES)).isInstanceOf(SyncException.class);
        shop().protect("in use");

        assertThatThrownBy(() -> shop().sync())
                .isInstanceOf(ProtectedDatabaseException.class)
                .hasMessageContaining("Cannot reset the database " + proxy.url() + ": it is protected since ");
        assertThat(shop().info().toString())
                .contains("\nRemote      was not reset yet, and is protected: unprotect() removes the lock\n");

        shop().unprotect();
        assertThat(shop().sync().finished()).isPresent();
    }

    @Test
    void whatIsLeftToDoIsToldAlsoWhenTheOtherSideIsAway() {
        shop().apply(Confirm.YES);
        proxy.when(Requests::commits, Fault.status(403));
        assertThatThrownBy(() -> shop().apply(Confirm.YES)).isInstanceOf(SyncException.class);
        proxy.usually(request -> Fault.status(503));

        assertThat(shop().info().toString())
                .contains("\nRemote      cannot be seen. ", ". Its reset is still pending.\n");
    }

    /** Somebody else comes between the look and the reset: the guard holds, and the way on is not sync(). */
    @Test
    void whatComesAtTheLastMomentIsKept() throws Exception {
        shop().apply(Confirm.YES);
        proxy.when(Requests::commits, passage -> {
            try {
                execute("CREATE TABLE fresh(a)", "INSERT INTO fresh VALUES ('precious')");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            Fault.NONE.happen(passage);
        });

        assertThatThrownBy(() -> shop().apply(Confirm.YES)).isInstanceOfSatisfying(SyncException.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.CONFLICT);
            assertThat(e.remedy())
                    .isEqualTo(
                            "look with info() at what it holds now, and run again. apply(Confirm.YES) resets both again.");
        });
        assertThatThrownBy(() -> shop().sync()).isInstanceOf(SyncException.class);
        assertThat(query("SELECT a FROM fresh")).containsExactly(List.of("precious"));
    }

    /** What was to be done then is not done now. */
    @Test
    void undoDoesNotBringBackWhatWasLeftToDo() throws Exception {
        shop().apply(Confirm.YES);
        Sqlite.execute(database, "INSERT INTO makers(name) VALUES ('before')");
        proxy.when(Requests::commits, Fault.status(403));
        assertThatThrownBy(() -> shop().apply(Confirm.YES)).isInstanceOf(SyncException.class);
        Sqlite.execute(database, "INSERT INTO makers(name) VALUES ('since')");
        shop().undo().orElseThrow().restore(Confirm.YES);
        shop().sync();
        execute("INSERT INTO makers(name) VALUES ('weeks of work')");
        shop().undo().orElseThrow().restore(Confirm.YES);

        assertThat(Sqlite.query(database, "SELECT name FROM makers")).containsExactly("since");
        assertThat(Sqlite.query(database, "SELECT k FROM _sync_meta WHERE k = 'awaited'"))
                .isEmpty();
        assertThatThrownBy(() -> shop().sync()).isInstanceOf(SyncException.class);
        assertThat(query("SELECT name FROM makers")).containsExactly(List.of("before"), List.of("weeks of work"));
    }

    /** A request that was lost and arrives in the end changes nothing that came after it. */
    @Test
    void lateRequestDoesNotTakeAwayANewerLock() throws Exception {
        shop().apply(Confirm.YES);
        shop().protect("old");
        Gate gate = new Gate();
        proxy.when(
                body -> body.contains("DROP TABLE main.\\\"_schema_reset_protection") && Requests.commits(body),
                Fault.lateRequest(gate),
                Fault.status(403));
        assertThatThrownBy(() -> shop().unprotect())
                .isInstanceOfSatisfying(
                        SyncException.class,
                        e -> assertThat(e.dataState())
                                .isEqualTo("the local database " + database
                                        + " is no longer protected. Remote: whether " + proxy.url()
                                        + " was changed is not known."));
        shop().protect("real customers now");

        gate.open();

        assertThatThrownBy(
                        () -> shop().database(directory.resolve("another.db")).apply(Confirm.YES))
                .isInstanceOf(ProtectedDatabaseException.class)
                .hasMessageContaining("real customers now");
    }

    @Test
    void alteredSchemaIsTold() throws Exception {
        shop().apply(Confirm.YES);
        execute("CREATE TABLE extra(a)");
        assertThatThrownBy(() -> shop().sync())
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                .message()
                .contains(": somebody changed the schema there since the reset: table extra was added.\n");

        execute("DROP TABLE _sync_schema");

        assertThat(shop().info().toString())
                .contains(
                        "\nRemote      was altered since its reset: the table _sync_schema, which tells it, is missing\n");
    }
}
