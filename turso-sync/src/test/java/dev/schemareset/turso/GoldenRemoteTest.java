package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.support.CompiledModels;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.ServerKind;
import dev.schemareset.turso.support.TursoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Every golden schema is the same on both sides, to the letter or at least to the token; or the server's refusal is told. */
class GoldenRemoteTest {

    private static final Path FOLDER = Path.of("..", "core", "src", "test", "resources", "golden");

    /** What Turso's own engine cannot hold yet, and what is said then. */
    private static final Map<String, String> REFUSED_BY_TURSO = Map.of("generated", """
                    - Table line holds golden.generated.Line: the server says: Parse error: Generated columns require --experimental-generated-columns flag.
                      Fix: do without the generated column total, the generated column json, the generated column known, the generated column amount.
                    """, "without_rowid", """
                    - Table App Settings holds golden.without_rowid.Setting: the server says: Parse error: WITHOUT ROWID tables are an experimental feature. Enable with --experimental-without-rowid flag.
                      Fix: do without withoutRowid (some servers know it where strict = false).
                    - Table counter holds golden.without_rowid.Counter: the server says: Parse error: WITHOUT ROWID tables are an experimental feature. Enable with --experimental-without-rowid flag.
                      Fix: do without withoutRowid.
                    """);

    @TempDir
    private static Path classes;

    private static CompiledModels models;

    @TempDir
    private Path directory;

    @BeforeAll
    static void compile() {
        models = CompiledModels.of(FOLDER, classes);
    }

    private static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @OnEachServer
    void bothSidesHoldTheSame(TursoServer server) throws Exception {
        for (String name : cases()) {
            Path database = directory.resolve(name + ".db");
            if (server.kind() != ServerKind.SQLD && REFUSED_BY_TURSO.containsKey(name)) {
                assertRefused(database, name, server);
            } else {
                reset(database, name, server);
                Schemas.assertSame(Sqlite.rows(database, Schemas.OBJECTS), server.url(), server.kind(), name);
            }
        }
    }

    /** Each folder is an application of its own, and all of them share one remote database. */
    private static void reset(Path database, String name, TursoServer server) {
        models.onClassPath(() -> SchemaReset.forPackage("golden." + name)
                .database(database)
                .syncTo(TursoSync.to(server.url()))
                .apply(Confirm.YES_DROP_FOREIGN_TABLES));
    }

    private static void assertRefused(Path database, String name, TursoServer server) throws Exception {
        List<List<String>> before = RawPipeline.query(server.url(), Schemas.OBJECTS);

        assertThatThrownBy(() -> reset(database, name, server))
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNPORTABLE))
                .message()
                .matches("The database http://127\\.0\\.0\\.1:\\d+ \\(Turso of [-0-9]{10}, SQLite [0-9.]+\\)"
                        + " cannot hold this schema\\.\n(?s:.*)")
                .endsWith("\n" + REFUSED_BY_TURSO.get(name) + """
                        Your data: neither database was changed; the dry run on the remote was rolled back.
                        What to do: change the models, or sync with a server that can hold them.""");
        assertThat(database).doesNotExist();
        assertThat(RawPipeline.query(server.url(), Schemas.OBJECTS)).isEqualTo(before);
    }
}
