package dev.schemareset.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.model.ModelPackages;
import dev.schemareset.model.Name;
import dev.schemareset.model.Schema;
import dev.schemareset.plan.Backup;
import dev.schemareset.plan.BackupContent;
import dev.schemareset.plan.BackupContent.Rows;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.FileFormat;
import dev.schemareset.plan.Header;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Statement;
import dev.schemareset.plan.SyncState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What no reset of a local database alone shows. */
class PlannerTest {

    private static final Schema NO_MODELS = new Schema(List.of(), ModelPackages.of(List.of("app.models")));

    private static DatabaseObject object(Kind kind, String name, String sql) {
        return new DatabaseObject(kind, new Name(name), new Name(name), sql, OptionalLong.empty());
    }

    private static Inventory inventory(Header header, DatabaseObject... objects) {
        return new Inventory(List.of(objects), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), header);
    }

    private static List<String> sql(List<Statement> statements) {
        return statements.stream().map(Statement::sql).toList();
    }

    @Test
    void remoteTablesOfTheServerStay() {
        Inventory found = inventory(
                new Header(7, 8),
                object(Kind.TABLE, "item", "CREATE TABLE item(a)"),
                object(Kind.INTERNAL_TABLE, "sqlite_sequence", "CREATE TABLE sqlite_sequence(name,seq)"),
                object(Kind.VIEW, "items", "CREATE VIEW items AS SELECT 1"));

        assertThat(sql(Planner.remote(found, NO_MODELS, "e").drops()))
                .containsExactly(
                        "DROP VIEW main.\"items\"",
                        "DROP TABLE IF EXISTS main.\"item\"",
                        "PRAGMA main.user_version = 0",
                        "PRAGMA main.application_id = 0");
    }

    @Test
    void temporaryObjectsAreDroppedFirst() {
        DatabaseObject item = object(Kind.TABLE, "item", "CREATE TABLE item(a)");
        Inventory found = new Inventory(
                List.of(item), List.of(item), Optional.empty(), Optional.empty(), Optional.empty(), Header.UNMARKED);

        assertThat(sql(Planner.plan(found, NO_MODELS).drops()))
                .containsExactly("DROP TABLE IF EXISTS temp.\"item\"", "DROP TABLE main.\"item\"");
    }

    @Test
    void resetRemembersTheRemoteUntilThatIsReset() {
        SyncState state = new SyncState("e", Optional.of("libsql://db"), Optional.of("what it held"));

        assertThat(sql(Planner.plan(Inventory.EMPTY, NO_MODELS, state).creates()))
                .containsSubsequence(
                        "INSERT INTO main.\"_sync_meta\" VALUES ('epoch', 'e')",
                        "INSERT INTO main.\"_sync_meta\" VALUES ('remote', 'libsql://db')",
                        "INSERT INTO main.\"_sync_meta\" VALUES ('awaited', 'what it held')");
    }

    @Test
    void resetOfTheRemoteIsSettledOnce() {
        Inventory synced = inventory(
                Header.UNMARKED, object(Kind.BOOKKEEPING_TABLE, "_sync_meta", "CREATE TABLE _sync_meta(k, v)"));

        assertThat(sql(Planner.settle(synced, "e")))
                .containsExactly("DELETE FROM main.\"_sync_meta\" WHERE k = 'awaited' AND EXISTS"
                        + " (SELECT 1 FROM \"_sync_meta\" WHERE k = 'epoch' AND v = 'e')");
        assertThat(Planner.settle(Inventory.EMPTY, "e")).isEmpty();
    }

    @Test
    void undoFillsTablesBeforeItIndexesThemAndChecksWhatItRestored() {
        Name item = new Name("item");
        Inventory content = inventory(
                new Header(7, 0),
                object(Kind.TABLE, "item", "CREATE TABLE item(a)"),
                new DatabaseObject(
                        Kind.INDEX, new Name("by_a"), item, "CREATE INDEX by_a ON item(a)", OptionalLong.empty()));
        BackupContent backup = new BackupContent(
                new FileFormat("UTF-8", 4096, 0), content, List.of(new Rows(item, List.of(new Name("a")))), List.of());

        Plan plan = Planner.undo(
                Inventory.EMPTY, new Backup(Path.of("/b"), "", Instant.EPOCH), backup, NO_MODELS.packages());

        assertThat(sql(plan.creates()))
                .containsExactly(
                        "ATTACH 'file:///b?mode=ro' AS \"schema_reset_backup\"",
                        "PRAGMA writable_schema = ON",
                        "PRAGMA ignore_check_constraints = ON",
                        "CREATE TABLE item(a)",
                        "INSERT INTO main.\"item\" (\"a\") SELECT \"a\" FROM \"schema_reset_backup\".\"item\"",
                        "CREATE INDEX by_a ON item(a)",
                        "INSERT INTO main.sqlite_schema SELECT * FROM \"schema_reset_backup\".sqlite_schema"
                                + " WHERE type IN ('view', 'trigger') OR (type = 'table' AND rootpage = 0)",
                        "PRAGMA writable_schema = RESET",
                        "PRAGMA main.user_version = 7");
        assertThat(plan.checks().stream().map(check -> check.statement().why()))
                .containsExactly(
                        "The restored schema must be that of the backup.",
                        "The restored database must be as sound as the backup.");
    }
}
