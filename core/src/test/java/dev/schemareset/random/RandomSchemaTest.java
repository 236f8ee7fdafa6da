package dev.schemareset.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.backup.BackupPolicy;
import dev.schemareset.ddl.Planner;
import dev.schemareset.model.Check;
import dev.schemareset.model.ForeignKey;
import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import dev.schemareset.plan.Plan;
import dev.schemareset.run.SqliteDatabase;
import dev.schemareset.support.Sqlite;
import dev.schemareset.support.SqliteShell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random schemas are planned, applied one over the other, and read back from SQLite: what is there is what the model says. The
 * script does the same in the real shell.
 *
 * <p>{@code -Dschemas=N} tries as many; {@code -Dschemas.first=SEED} begins with that seed.
 */
class RandomSchemaTest {

    private static final int SCHEMAS = Integer.getInteger("schemas", 1_000);
    private static final int FIRST = Integer.getInteger("schemas.first", 1);
    private static final int SCHEMAS_OF_A_FILE = 25;

    @TempDir
    private Path directory;

    @Test
    void sqliteHoldsWhatTheModelSays() throws Exception {
        for (int seed = FIRST; seed < FIRST + SCHEMAS; seed++) {
            verify(seed);
        }
    }

    private void verify(int seed) throws Exception {
        int file = seed / SCHEMAS_OF_A_FILE;
        Path applied = directory.resolve("applied" + file + ".db");
        Path fed = directory.resolve("fed" + file + ".db");
        Schema schema = RandomSchemas.of(seed, "model");
        Plan script = Planner.plan(SqliteDatabase.at(fed).inventory(), schema);

        SqliteDatabase.at(applied).reset(found -> Planner.plan(found, schema), BackupPolicy.NONE, Instant.EPOCH);
        SqliteShell.run(fed, Files.writeString(directory.resolve("script.sql"), script.sql()));

        assertThat(Sqlite.schema(fed)).as("seed %d", seed).isEqualTo(Sqlite.schema(applied));
        try (Connection connection = Sqlite.open(applied);
                Statement statement = connection.createStatement()) {
            assertThat(Facts.of(connection)).as("seed %d", seed).isEqualTo(Facts.of(schema));
            for (Table table : schema.tables()) {
                String stored = stored(statement, table);
                assertThat(whatPragmasDoNotTell(table))
                        .as("seed %d", seed)
                        .allSatisfy(piece -> assertThat(stored).contains(piece));
                // Only now does SQLite look at generated columns, and at the keys that foreign keys need.
                statement.execute("PRAGMA foreign_keys = ON");
                statement.execute("EXPLAIN INSERT INTO " + table.name().quoted() + " DEFAULT VALUES");
                statement.execute("EXPLAIN DELETE FROM " + table.name().quoted());
            }
        }
        if (seed % SCHEMAS_OF_A_FILE == 0) {
            assertThat(Sqlite.query(applied, "PRAGMA integrity_check"))
                    .as("seed %d", seed)
                    .containsExactly("ok");
        }
    }

    private static String stored(Statement statement, Table table) throws SQLException {
        String name = "'" + table.name().value().replace("'", "''") + "'";
        try (ResultSet rows = statement.executeQuery(
                "SELECT group_concat(sql, char(10)) FROM sqlite_schema WHERE tbl_name = " + name)) {
            return rows.getString(1);
        }
    }

    /** The pieces of SQL that must stand in the stored text. */
    private static List<String> whatPragmasDoNotTell(Table table) {
        List<String> pieces = new ArrayList<>();
        table.comment().ifPresent(comment -> comment.lines().forEach(line -> pieces.add(("-- " + line).strip())));
        table.columns().forEach(column -> {
            column.comment().ifPresent(comment -> comment.lines().forEach(line -> pieces.add(("-- " + line).strip())));
            column.generated().ifPresent(generated -> pieces.add("GENERATED ALWAYS AS (" + generated.sql() + ")"));
            column.collation().ifPresent(collation -> pieces.add(" COLLATE " + collation));
        });
        Stream.concat(table.checks().stream(), table.columns().stream().flatMap(column -> column.checks().stream()))
                .map(RandomSchemaTest::text)
                .forEach(pieces::add);
        table.uniqueKeys().stream()
                .flatMap(key -> key.name().stream())
                .forEach(name -> pieces.add("CONSTRAINT " + name.quoted() + " UNIQUE"));
        table.indexes().stream()
                .flatMap(index -> index.where().stream())
                .forEach(where -> pieces.add(" WHERE " + where));
        if (table.autoincrement()) {
            pieces.add(" PRIMARY KEY AUTOINCREMENT");
        }
        if (table.foreignKeys().stream().anyMatch(ForeignKey::deferrable)) {
            pieces.add(" DEFERRABLE INITIALLY DEFERRED");
        }
        return pieces;
    }

    private static String text(Check check) {
        Optional<String> name = check.name().map(given -> "CONSTRAINT " + given.quoted() + " ");
        return name.orElse("") + "CHECK (" + check.sql() + ")";
    }
}
