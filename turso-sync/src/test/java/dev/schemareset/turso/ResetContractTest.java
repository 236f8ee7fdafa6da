package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.RemoteReset;
import dev.schemareset.ResetReport;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.ForeignDatabaseException;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.error.ProtectedDatabaseException;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.fixture.shop.Maker;
import dev.schemareset.plan.Statement;
import dev.schemareset.plan.Step;
import dev.schemareset.spi.RemoteDatabase;
import dev.schemareset.support.CompiledModels;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.ServerKind;
import dev.schemareset.turso.support.TursoServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What a reset of both sides does on every server: all of it, or nothing. */
class ResetContractTest {

    private static final int MANY = Integer.getInteger("tables", 500);

    private static final String TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"
            + " AND substr(name, 1, 7) <> 'sqlite_' AND substr(name, 1, 16) <> '__turso_internal' ORDER BY name";

    @TempDir
    private Path directory;

    private SchemaReset shop(TursoServer server) {
        return SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(directory.resolve("local.db"))
                .syncTo(TursoSync.to(server.url()));
    }

    @OnEachServer
    void bothSidesAreReset(TursoServer server) throws Exception {
        ResetReport report = shop(server).apply(Confirm.YES);

        RemoteReset remote = report.remote().orElseThrow();
        assertThat(remote.name()).isEqualTo(server.url());
        assertThat(remote.plan().fingerprint()).isEqualTo(report.plan().fingerprint());
        assertThat(RawPipeline.query(server.url(), TABLES))
                .containsExactly(
                        List.of("_schema_reset"),
                        List.of("_sync_ctx"),
                        List.of("_sync_log"),
                        List.of("_sync_meta"),
                        List.of("_sync_peer"),
                        List.of("_sync_schema"),
                        List.of("makers"),
                        List.of("products"));
        assertThat(Sqlite.rows(directory.resolve("local.db"), "SELECT k, v FROM _sync_meta ORDER BY k"))
                .containsExactly(List.of("epoch", remote.epoch()), List.of("remote", server.url()));
        assertThat(RawPipeline.query(server.url(), "SELECT k, v FROM _sync_meta"))
                .containsExactly(List.of("epoch", remote.epoch()));
        assertThat(RawPipeline.query(server.url(), "SELECT fingerprint, resets FROM _schema_reset"))
                .containsExactly(List.of(report.plan().fingerprint(), "1"));
        shop(server).verify().assertInSync();
        assertThat(report.steps())
                .extracting(Step::name)
                .containsExactly(
                        "check the models",
                        "inspect the remote, dry run",
                        "lock the database",
                        "read the database",
                        "plan",
                        "drop",
                        "create",
                        "prove",
                        "commit",
                        "tidy up",
                        "reset the remote");
        assertThat(report.toString().replaceAll("\\d+\\.\\d ms", "TIME").replaceAll("\\d{4}-\\d\\d-\\d\\d", "DAY"))
                .endsWith("""
                        Backup none: no row is dropped
                        Schema %s
                        Remote %s (%s)
                        Remote dropped nothing
                        Remote created 2 tables, 1 index
                        Remote schema %s
                        Epoch %s""".formatted(
                                report.plan().fingerprint(),
                                server.url(),
                                remote.server().replaceAll("\\d{4}-\\d\\d-\\d\\d", "DAY"),
                                report.plan().fingerprint(),
                                remote.epoch()));
    }

    @OnEachServer
    void resetAgainDropsTheRowsOfBoth(TursoServer server) throws Exception {
        ResetReport first = shop(server).apply(Confirm.YES);
        RawPipeline.execute(server.url(), "INSERT INTO makers(name) VALUES ('there')");
        Sqlite.execute(directory.resolve("local.db"), "INSERT INTO makers(name) VALUES ('here')");

        RemoteReset second =
                shop(server).withoutBackup().apply(Confirm.YES).remote().orElseThrow();

        assertThat(second.plan().found().summary()).isEqualTo("2 tables (1 row), 1 index");
        assertThat(second.epoch()).isNotEqualTo(first.remote().orElseThrow().epoch());
        assertThat(RawPipeline.query(server.url(), "SELECT count(*) FROM makers"))
                .containsExactly(List.of("0"));
        assertThat(RawPipeline.query(server.url(), "SELECT resets FROM _schema_reset"))
                .containsExactly(List.of("2"));
    }

    @OnEachServer
    void anotherSchemaTakesThePlaceOfTheOld(TursoServer server) throws Exception {
        shop(server).apply(Confirm.YES);
        RawPipeline.execute(
                server.url(),
                "CREATE VIEW names AS SELECT name FROM makers",
                "CREATE TRIGGER watch AFTER INSERT ON makers BEGIN DELETE FROM products; END",
                "CREATE TABLE numbers(id INTEGER PRIMARY KEY AUTOINCREMENT)",
                "INSERT INTO numbers DEFAULT VALUES",
                "PRAGMA user_version = 7");

        SchemaReset.forModels(Maker.class)
                .database(directory.resolve("local.db"))
                .syncTo(TursoSync.to(server.url()))
                .apply(Confirm.YES);

        assertThat(RawPipeline.query(server.url(), TABLES))
                .containsExactly(
                        List.of("_schema_reset"),
                        List.of("_sync_ctx"),
                        List.of("_sync_log"),
                        List.of("_sync_meta"),
                        List.of("_sync_peer"),
                        List.of("_sync_schema"),
                        List.of("makers"));
        assertThat(RawPipeline.query(
                        server.url(),
                        "SELECT type, name FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY name"))
                .containsExactly(
                        List.of("trigger", "_sync_delete_makers"),
                        List.of("trigger", "_sync_evict_insert_makers"),
                        List.of("trigger", "_sync_evict_update_makers"),
                        List.of("trigger", "_sync_insert_makers"),
                        List.of("trigger", "_sync_keep_log"),
                        List.of("trigger", "_sync_rekey_makers"),
                        List.of("trigger", "_sync_update_makers"));
        assertThat(RawPipeline.query(server.url(), "PRAGMA user_version")).containsExactly(List.of("0"));
        assertThat(RawPipeline.query(server.url(), "SELECT count(*) FROM sqlite_sequence"))
                .containsExactly(List.of("0"));
    }

    @OnEachServer
    void manyTables(TursoServer server) throws Exception {
        int many = server.kind() == ServerKind.TURSODB_0_7 ? MANY / 10 : MANY; // it is as slow as the other one
        Path sources = Files.createDirectories(directory.resolve("sources"));
        for (int i = 0; i < many; i++) {
            Files.writeString(sources.resolve("T" + i + ".java"), """
                    package wide;

                    import dev.schemareset.annotation.Index;
                    import dev.schemareset.annotation.PrimaryKey;
                    import dev.schemareset.annotation.References;
                    import dev.schemareset.annotation.Table;

                    @Table
                    public record T%d(@PrimaryKey Long id, @Index String name, @References(T%d.class) java.util.Optional<Long> next) {}
                    """.formatted(i, (i + 1) % many));
        }
        CompiledModels models = CompiledModels.of(sources, Files.createDirectories(directory.resolve("classes")));
        for (int i = 0; i < 2; i++) {
            // Turso 0.6 needs many seconds, and more of them on a busy machine.
            models.onClassPath(() -> SchemaReset.forPackage("wide")
                    .database(directory.resolve("wide.db"))
                    .syncTo(TursoSync.to(server.url()).timeout(Duration.ofMinutes(5)))
                    .apply(Confirm.YES));
        }
        assertThat(RawPipeline.query(server.url(), TABLES)).hasSize(many + 6);
        assertThat(RawPipeline.query(server.url(), "PRAGMA integrity_check")).containsExactly(List.of("ok"));
    }

    @OnEachServer
    void databaseOfSomebodyElseIsRefusedUntilThatIsSaid(TursoServer server) throws Exception {
        RawPipeline.execute(
                server.url(),
                "CREATE TABLE customer(id INTEGER PRIMARY KEY, name)",
                "INSERT INTO customer(name) VALUES ('Ada'), ('Alan')");

        assertThatThrownBy(() -> shop(server).apply(Confirm.YES))
                .isInstanceOf(ForeignDatabaseException.class)
                .hasMessage("""
                        Cannot reset the database %s: SchemaReset did not make it. It holds 1 table (2 rows).
                          table customer (2 rows)
                        Your data: nothing was changed.
                        What to do: check that this is the database you mean. If all of this may be dropped, call apply(Confirm.YES_DROP_FOREIGN_TABLES).""".formatted(server.url()));
        assertThat(directory.resolve("local.db")).doesNotExist();
        assertThat(RawPipeline.query(server.url(), "SELECT count(*) FROM customer"))
                .containsExactly(List.of("2"));

        shop(server).apply(Confirm.YES_DROP_FOREIGN_TABLES);

        assertThat(RawPipeline.query(server.url(), TABLES)).doesNotContain(List.of("customer"));
    }

    @OnEachServer
    void protectionHoldsOnBothSides(TursoServer server) throws Exception {
        shop(server).apply(Confirm.YES);

        shop(server).protect("it's \"real\"");

        SchemaReset another = shop(server).database(directory.resolve("another.db"));
        assertThatThrownBy(() -> another.apply(Confirm.YES_DROP_FOREIGN_TABLES))
                .isInstanceOf(ProtectedDatabaseException.class)
                .message()
                .matches("Cannot reset the database " + server.url()
                        + ": it is protected since [-0-9]{10}T[0-9:.]{12}Z: \"it's \"real\"\"\\.\n"
                        + "Your data: nothing was changed\\.\n"
                        + "What to do: call unprotect\\(\\) if it may be dropped\\.");
        assertThat(directory.resolve("another.db")).doesNotExist();
        assertThatThrownBy(() -> shop(server).apply(Confirm.YES)).isInstanceOf(ProtectedDatabaseException.class);

        shop(server).protect("another word");
        shop(server).unprotect();
        shop(server).unprotect();
        shop(server).apply(Confirm.YES);
    }

    @OnEachServer
    void failingStatementInTheMiddleLeavesAllOfTheOld(TursoServer server) throws Exception {
        shop(server).apply(Confirm.YES);
        RawPipeline.execute(server.url(), "INSERT INTO makers(name) VALUES ('kept')");
        List<List<String>> before = RawPipeline.query(server.url(), "SELECT type, name, sql FROM sqlite_schema");
        RemoteDatabase remote = TursoSync.to(server.url()).look();

        assertThatThrownBy(() -> remote.run(
                        List.of(
                                new Statement("DROP TABLE main.\"products\"", "Drops the old table."),
                                new Statement("CREATE TABLE makers(a)", "The new table comes."),
                                new Statement("CREATE TABLE never(a)", "And another.")),
                        seen -> false))
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REJECTED))
                .message()
                .startsWith(
                        "The database " + server.url() + " refuses a statement. The new table comes. The server says: ")
                .endsWith("\nCREATE TABLE makers(a)\nYour data: everything was rolled back there; " + server.url()
                        + " is as it was.\nWhat to do: correct what the server complains about and run again.");

        assertThat(RawPipeline.query(server.url(), "SELECT type, name, sql FROM sqlite_schema"))
                .isEqualTo(before);
        assertThat(RawPipeline.query(server.url(), "SELECT name FROM makers")).containsExactly(List.of("kept"));
    }

    /** Whatever comes between the look and the reset, nothing is dropped that was not seen. */
    @OnEachServer
    void whatChangedSinceTheLookIsNotDropped(TursoServer server) throws Exception {
        shop(server).apply(Confirm.YES);
        RemoteDatabase beforeATableCame = TursoSync.to(server.url()).look();
        RawPipeline.execute(server.url(), "CREATE TABLE fresh(a)");
        RemoteDatabase beforeAReset = TursoSync.to(server.url()).look();

        assertChanged(beforeATableCame, server);

        shop(server).apply(Confirm.YES);
        RawPipeline.execute(server.url(), "CREATE TABLE fresh(a)");
        assertChanged(beforeAReset, server);
        assertThat(RawPipeline.query(server.url(), "SELECT count(*) FROM fresh"))
                .containsExactly(List.of("0"));
    }

    private static void assertChanged(RemoteDatabase before, TursoServer server) {
        List<Statement> drop = List.of(new Statement("DROP TABLE main.\"makers\"", "Drops the old table."));
        assertThatThrownBy(() -> before.run(drop, seen -> false))
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                .hasMessage("""
                        The database %1$s is not what it was a moment ago: somebody else has changed or reset it.
                        Your data: %1$s is as the other one left it.
                        What to do: look with info() at what it holds now, and run again.""".formatted(server.url()));
        assertThatThrownBy(() -> before.rehearse(drop))
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT));
    }

    @OnEachServer
    void whatIsNotConfirmedIsToldOfBothSides(TursoServer server) throws Exception {
        shop(server).apply(Confirm.YES);
        RawPipeline.execute(server.url(), "INSERT INTO makers(name) VALUES ('there')");

        assertThatThrownBy(() -> shop(server).apply(Confirm.NO))
                .isInstanceOf(NotConfirmedException.class)
                .hasMessage("""
                        The reset of the database %s was not confirmed. It would have dropped 2 tables (0 rows), 1 index.
                          table makers (0 rows)
                          table products (0 rows)
                          index products_name_idx
                        No backup would have been taken: no row is dropped.
                        In the remote database %s it would have dropped 2 tables (1 row), 1 index.
                          table makers (1 row)
                          table products (0 rows)
                          index products_name_idx
                        Your data: nothing was changed.
                        What to do: call apply(Confirm.YES) if all of this may be dropped.""".formatted(directory.resolve("local.db"), server.url()));
    }

    /** The remote is what was named, and only then. */
    @OnEachServer
    void localResetLeavesTheOtherSideAlone(TursoServer server) throws Exception {
        shop(server).apply(Confirm.YES);
        RawPipeline.execute(server.url(), "INSERT INTO makers(name) VALUES ('there')");

        SchemaReset.forModels(Maker.class)
                .database(directory.resolve("local.db"))
                .apply(Confirm.YES);

        assertThat(RawPipeline.query(server.url(), "SELECT name FROM makers")).containsExactly(List.of("there"));
        Sqlite.execute(directory.resolve("local.db"), "INSERT INTO makers(name) VALUES ('here')");
        assertThatThrownBy(() -> shop(server).sync())
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                .hasMessage("""
                        Cannot exchange the rows of %s with %s: it was not reset together with it, and holds 1 table (1 row).
                        Your data: neither database was changed.
                        What to do: choose another file to take the rows from there; or apply(Confirm.YES) with syncTo(...), which drops everything on both sides.""".formatted(directory.resolve("local.db"), server.url()));
    }

    @OnEachServer
    void resetOfAnotherInstanceIsNoticed(TursoServer server) throws Exception {
        String mine = shop(server).apply(Confirm.YES).remote().orElseThrow().epoch();
        assertThat(shop(server).sync())
                .hasToString("Synced " + directory.resolve("local.db") + " with " + server.url()
                        + "\nno rows pushed, no rows pulled, no conflicts");

        String other = shop(server)
                .database(directory.resolve("another.db"))
                .apply(Confirm.YES)
                .remote()
                .orElseThrow()
                .epoch();

        assertThat(shop(server).sync().epoch()).isEqualTo(other).isNotEqualTo(mine);
    }
}
