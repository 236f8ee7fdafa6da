package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.support.Image;
import dev.schemareset.support.Monster;
import dev.schemareset.support.Sqlite;
import dev.schemareset.support.Storage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A reset, its undo and the undo of that do the same however SQLite stores the database and however careful it is, and change
 * nothing of either. {@code -Dstorages=N} tries as many random combinations.
 */
class StorageTest {

    private static final int RANDOM_STORAGES = Integer.getInteger("storages", 16);

    @TempDir
    private Path directory;

    private Path database;

    static Stream<Storage> storages() {
        return Stream.concat(
                Storage.eachValue(), IntStream.rangeClosed(1, RANDOM_STORAGES).mapToObj(Storage::random));
    }

    @ParameterizedTest
    @MethodSource("storages")
    void everyStepLeadsWhereItSaysAndTheStorageStays(Storage storage) {
        database = directory.resolve("local.db");
        Monster.create(database, storage.pragmasOfTheFile());
        List<String> monster = Image.of(database);
        List<String> stored = storedAs();
        assertThat(stored).isEqualTo(storage.stored());
        SchemaReset reset = storage.choose(
                SchemaReset.forPackage("dev.schemareset.fixture.shop").backups(directory.resolve("backups"), 4),
                database);

        ResetReport first = reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);
        assertModels(reset);

        insert(reset, "Acme", "Bügel 🦖");
        ResetReport second = reset.apply(Confirm.YES);
        assertModels(reset);

        insert(reset, "Later");
        UndoReport undo = second.undo().orElseThrow().restore(Confirm.YES);
        assertModels(reset, "Acme", "Bügel 🦖");

        undo.undo().orElseThrow().restore(Confirm.YES);
        assertModels(reset, "Later");

        first.undo().orElseThrow().restore(Confirm.YES);
        assertThat(Image.of(database)).isEqualTo(monster);
        assertThat(Sqlite.query(database, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(storedAs()).isEqualTo(stored);
    }

    private static void insert(SchemaReset reset, String... makers) {
        reset.jdbi().useTransaction(handle -> {
            for (String maker : makers) {
                handle.execute("INSERT INTO makers(name) VALUES (?)", maker);
            }
        });
    }

    private void assertModels(SchemaReset reset, String... makers) {
        reset.verify().assertInSync();
        assertThat(Sqlite.query(database, "SELECT name FROM makers ORDER BY id"))
                .containsExactly(makers);
        assertThat(Sqlite.query(database, "PRAGMA integrity_check")).containsExactly("ok");
    }

    private List<String> storedAs() {
        return Stream.of("journal_mode", "page_size", "encoding", "auto_vacuum")
                .flatMap(pragma -> Sqlite.query(database, "PRAGMA " + pragma).stream())
                .toList();
    }
}
