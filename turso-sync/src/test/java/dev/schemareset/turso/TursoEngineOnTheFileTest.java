package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Generated;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.ServerKind;
import dev.schemareset.turso.support.TursoShell;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Turso's own engine may do to the local file, beside sqlite-jdbc, and what it may not: as the documents tell. */
@WithServer
class TursoEngineOnTheFileTest {

    private static final String SHARED = "--experimental-multiprocess-wal";

    @Table
    record Note(@PrimaryKey @Nullable Long id, String text) {}

    @Table
    record Line(
            @PrimaryKey @Nullable Long id,
            int count,
            @Generated(value = "count * 2", stored = true) int twice) {}

    @TempDir
    private Path directory;

    private SchemaReset reset(Class<?>... models) {
        SchemaReset reset = SchemaReset.forModels(models).withoutBackup().database(directory.resolve("local.db"));
        reset.apply(Confirm.YES);
        return reset;
    }

    @ParameterizedTest
    @EnumSource(names = {"TURSODB_0_6", "TURSODB_0_7"})
    void oneAfterTheOther(ServerKind kind) throws Exception {
        SchemaReset reset = reset(Note.class);
        Path database = directory.resolve("local.db");

        TursoShell.run(kind, database, "INSERT INTO note (text) VALUES ('by Turso')");

        assertThat(reset.verify().isEmpty()).isTrue();
        assertThat(Sqlite.query(database, "SELECT * FROM note")).containsExactly("1|by Turso");
    }

    @ParameterizedTest
    @EnumSource(names = {"TURSODB_0_6", "TURSODB_0_7"})
    void whileAConnectionIsOpenTursoRefuses(ServerKind kind) throws Exception {
        reset(Note.class).jdbi().useHandle(handle -> handle.execute("INSERT INTO note (text) VALUES ('x')"));
        Path database = directory.resolve("local.db");

        try (Connection connection = Sqlite.open(database)) {
            Sqlite.execute(connection, "UPDATE note SET text = 'y'");
            String insert = "INSERT INTO note (text) VALUES ('lost?')";
            assertThat(TursoShell.run(kind, database, insert)).contains("File is locked by another process");
            assertThat(TursoShell.run(kind, database, insert, SHARED))
                    .contains("Database is already open without experimental multiprocess WAL in another process");
        }

        assertThat(Sqlite.query(database, "SELECT * FROM note")).containsExactly("1|y");
    }

    @ParameterizedTest
    @EnumSource(names = {"TURSODB_0_6", "TURSODB_0_7"})
    void fileThatItSharesIsRefused(ServerKind kind) throws Exception {
        SchemaReset reset = reset(Note.class);
        Path database = directory.resolve("local.db");

        TursoShell.run(kind, database, "INSERT INTO note (text) VALUES ('by Turso')", SHARED);

        assertThat(directory.resolve("local.db-tshm")).exists();
        assertThatThrownBy(() -> reset.apply(Confirm.YES))
                .isInstanceOf(UnusableDatabaseException.class)
                .message()
                .contains("Turso's own engine opened it with " + SHARED);
    }

    @ParameterizedTest
    @EnumSource(names = {"TURSODB_0_6", "TURSODB_0_7"})
    void fileWithAStoredGeneratedColumnIsClosedToIt(ServerKind kind) throws Exception {
        reset(Note.class, Line.class);
        Path database = directory.resolve("local.db");

        for (List<String> flags : List.of(List.<String>of(), List.of("--experimental-generated-columns"))) {
            assertThat(TursoShell.run(kind, database, "SELECT count(*) FROM note", flags.toArray(String[]::new)))
                    .contains("generated columns");
        }
    }
}
