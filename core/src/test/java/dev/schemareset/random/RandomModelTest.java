package dev.schemareset.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.ddl.Planner;
import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import dev.schemareset.plan.Inventory;
import dev.schemareset.support.CompiledModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random schemas are written as annotated records and compiled: they plan what was written, and SQLite has no objection.
 *
 * <p>{@code -Dmodels=N} tries as many; {@code -Dmodels.first=SEED} begins with that seed.
 */
class RandomModelTest {

    private static final int SCHEMAS = Integer.getInteger("models", 40);
    private static final int FIRST = Integer.getInteger("models.first", 1);

    @TempDir
    private Path sources;

    @TempDir
    private Path classes;

    @TempDir
    private Path directory;

    @Test
    void recordsSayWhatTheModelSays() throws Exception {
        for (int seed = FIRST; seed < FIRST + SCHEMAS; seed++) {
            write(seed);
        }
        CompiledModels models = CompiledModels.of(sources, classes);

        for (int seed = FIRST; seed < FIRST + SCHEMAS; seed++) {
            SchemaReset reset = SchemaReset.forPackage(packageOf(seed)).database(directory.resolve("local.db"));

            Inventory expected = models.onClassPath(() -> reset.plan().expected());

            assertThat(expected)
                    .as("seed %d", seed)
                    .isEqualTo(Planner.plan(Inventory.EMPTY, schema(seed)).expected());
        }
    }

    private void write(int seed) throws IOException {
        Path folder = Files.createDirectories(sources.resolve(packageOf(seed)));
        Schema schema = schema(seed);
        for (Table table : schema.tables()) {
            String simpleName = table.model().substring(table.model().indexOf('.') + 1);
            Files.writeString(folder.resolve(simpleName + ".java"), AnnotatedSource.of(schema, table));
        }
    }

    private static Schema schema(int seed) {
        return RandomSchemas.of(seed, packageOf(seed) + ".Model");
    }

    private static String packageOf(int seed) {
        return "random" + seed;
    }
}
