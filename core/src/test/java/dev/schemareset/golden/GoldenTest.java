package dev.schemareset.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.DriftReport;
import dev.schemareset.SchemaReset;
import dev.schemareset.support.CompiledModels;
import dev.schemareset.support.Sqlite;
import dev.schemareset.support.SqliteShell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code golden} holds records, the SQL they must become, and optionally what is in the database before.
 * After a wanted change, {@code -Dgolden.update=true} writes the SQL anew, for review.
 */
class GoldenTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    /** A new version of the library is no new SQL. */
    private static final String STAMPED_VERSION =
            "(INSERT INTO \"_schema_reset\" VALUES \\(1, '[0-9a-f]{64}', .*, ')[^']+(', \\d+, '[^']+'\\))";

    @TempDir
    private static Path classes;

    private static CompiledModels models;

    @TempDir
    private Path directory;

    @BeforeAll
    static void compile() {
        models = CompiledModels.of(FOLDER, classes);
    }

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void recordsBecomeTheExpectedSql(String name) throws IOException {
        Path expected = FOLDER.resolve(name).resolve("expected.sql");

        String sql = withModels(
                        name,
                        reset -> reset.database(database("plan", name))
                                .generate()
                                .sql())
                .replaceFirst(STAMPED_VERSION, "$1VERSION$2");

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, sql);
        }
        assertThat(sql).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void applyMakesWhatTheModelsSay(String name) {
        Path database = database("apply", name);

        DriftReport drift = withModels(name, reset -> {
            reset.database(database).apply(Confirm.YES_DROP_FOREIGN_TABLES);
            return reset.database(database).verify();
        });

        drift.assertInSync();
        assertThat(Sqlite.query(database, "PRAGMA integrity_check")).containsExactly("ok");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theShellMakesTheSameSchemaAsApply(String name) throws Exception {
        Path applied = database("applied", name);
        Path fed = database("fed", name);

        withModels(name, reset -> reset.database(applied).apply(Confirm.YES_DROP_FOREIGN_TABLES));
        SqliteShell.run(
                fed, withModels(name, reset -> reset.database(fed).generate()).path());

        assertThat(Sqlite.schema(fed)).isNotEmpty().isEqualTo(Sqlite.schema(applied));
    }

    private Path database(String purpose, String name) {
        Path database = directory.resolve(purpose + ".db");
        Path existing = FOLDER.resolve(name).resolve("existing.sql");
        if (Files.exists(existing)) {
            try {
                Sqlite.executeScript(database, Files.readString(existing));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return database;
    }

    private <T> T withModels(String name, Function<SchemaReset, T> work) {
        return models.onClassPath(() -> work.apply(SchemaReset.forPackage("golden." + name)
                .migrationsDirectory(directory.resolve("migrations"))
                // Where a temporary database gets no backup, the script says so.
                .backups(directory.resolve("backups"), 1)));
    }
}
