package dev.schemareset.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.backup.BackupPolicy;
import dev.schemareset.error.ResetFailedException;
import dev.schemareset.model.Name;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Statement;
import dev.schemareset.support.Sqlite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that does not do what it says must leave nothing behind; the planner makes none, so these are made by hand. */
class ProofTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void existing() {
        file = directory.resolve("local.db");
        Sqlite.execute(file, "CREATE TABLE old(a)", "INSERT INTO old VALUES (1)");
    }

    @Test
    void anotherSchemaThanPlannedIsRolledBack() {
        assertThatThrownBy(() -> reset("CREATE TABLE surprise(a)"))
                .isInstanceOf(ResetFailedException.class)
                .hasMessage("""
                        The reset of the database %s did not lead to what was planned: table surprise is not in the models.
                        Your data: everything was rolled back; the database is as it was before.
                        What to do: look at what the database held with info(); please report this as a bug of SchemaReset.""".formatted(file));
        assertThat(Sqlite.query(file, "SELECT name FROM sqlite_schema")).containsExactly("old");
        assertThat(Sqlite.query(file, "SELECT a FROM old")).containsExactly("1");
    }

    @Test
    void aFailingStatementIsNamedAndRolledBack() {
        assertThatThrownBy(() -> reset("CREATE TABLE t("))
                .isInstanceOf(ResetFailedException.class)
                .hasMessage("""
                        The reset of the database %s failed. Because. But SQLite says: [SQLITE_ERROR] SQL error or missing database (incomplete input)
                        CREATE TABLE t(
                        Your data: everything was rolled back; the database is as it was before.
                        What to do: correct what SQLite complains about and run again.""".formatted(file));
        assertThat(Sqlite.query(file, "SELECT a FROM old")).containsExactly("1");
    }

    /** Rows that a plan counts, as that of an undo does, must all be there. */
    @Test
    void fewerRowsThanPlannedAreRolledBack() {
        String create = "CREATE TABLE kept(a)";
        Inventory expected = Inventory.ofObjects(List.of(
                new DatabaseObject(Kind.TABLE, new Name("kept"), new Name("kept"), create, OptionalLong.of(2))));
        Function<Inventory, Plan> planner = found -> new Plan(
                found,
                expected,
                Optional.empty(),
                List.of(new Statement("DROP TABLE old", "It goes.")),
                List.of(new Statement(create, "Because."), new Statement("INSERT INTO kept VALUES (1)", "Because.")),
                List.of(),
                Optional.empty());

        assertThatThrownBy(() -> SqliteDatabase.at(file).reset(planner, BackupPolicy.NONE, Instant.EPOCH))
                .isInstanceOf(ResetFailedException.class)
                .hasMessageContaining("did not lead to what was planned: table kept (2 rows) has 1.\n");
        assertThat(Sqlite.query(file, "SELECT name FROM sqlite_schema")).containsExactly("old");
        assertThat(Sqlite.query(file, "SELECT a FROM old")).containsExactly("1");
    }

    private void reset(String create) {
        SqliteDatabase.at(file).reset(found -> plan(found, create), BackupPolicy.NONE, Instant.EPOCH);
    }

    private static Plan plan(Inventory found, String create) {
        return new Plan(
                found,
                Inventory.EMPTY,
                Optional.empty(),
                List.of(new Statement("DROP TABLE old", "It goes.")),
                List.of(new Statement(create, "Because.")),
                List.of(),
                Optional.empty());
    }
}
