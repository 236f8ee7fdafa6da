package app;

import app.replication.Apart;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same as {@link OutputsTest}, with programs that find the real server of Turso. */
@WithServer
class TursoOutputsTest {

    static final Map<String, List<Class<?>>> PROGRAMS = Map.of(
            "docs/turso.md", List.of(Both.class),
            "docs/replication.md", List.of(Both.class, Apart.class, Synced.class));

    @TempDir
    private Path directory;

    static List<Page> pages() throws IOException {
        return Page.all().stream()
                .filter(page -> PROGRAMS.containsKey(page.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void outputsAreThoseOfTheProgramsOfThePage(Page page, TursoServer server) throws Exception {
        Output.assertShown(page, PROGRAMS.get(page.name()), directory, Map.of("TURSO_DATABASE_URL", server.url()));
    }
}
