package dev.schemareset.turso;

import dev.schemareset.turso.convergence.History;
import dev.schemareset.turso.support.ServerKind;
import dev.schemareset.turso.support.TursoServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of three instances, strangers, lost requests and killed servers: in the end all databases are equal to the bit, and no
 * change has vanished without a word.
 *
 * <p>{@code -Dhistories=N} lives through as many; {@code -Dhistories.first=SEED} begins with that seed.
 */
class ConvergenceTest {

    private static final int HISTORIES = Integer.getInteger("histories", 100);
    private static final long FIRST = Long.getLong("histories.first", 1);

    @TempDir
    private static Path servers;

    private static final List<TursoServer> SERVERS = new ArrayList<>();

    @TempDir
    private Path directory;

    @BeforeAll
    static void startServers() throws Exception {
        for (ServerKind kind : ServerKind.available().toList()) {
            SERVERS.add(TursoServer.start(kind, servers.resolve(kind.name())));
        }
    }

    @AfterAll
    static void endServers() {
        SERVERS.forEach(TursoServer::close);
    }

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + HISTORIES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostAndAllAreEqual(long seed) throws Exception {
        TursoServer server = SERVERS.get((int) (seed % SERVERS.size()));
        try (History history =
                new History(seed, server, directory, url -> TursoSync.to(url).pausing(duration -> {}))) {
            try {
                history.run();
            } catch (Exception | AssertionError e) {
                throw new AssertionError("in the history of seed " + seed + ":\n" + history, e);
            }
        }
    }
}
