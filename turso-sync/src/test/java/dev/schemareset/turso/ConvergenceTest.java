package dev.schemareset.turso;

import dev.schemareset.turso.convergence.History;
import dev.schemareset.turso.support.ServerKind;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.TursoServers;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
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
@WithServer
class ConvergenceTest {

    private static final int HISTORIES = Integer.getInteger("histories", 100);
    private static final long FIRST = Long.getLong("histories.first", 1);

    /** Most of the time a history waits for its server. */
    private static final int AT_ONCE = 3;

    @TempDir
    private static Path directory;

    private static final ExecutorService LANES = Executors.newFixedThreadPool(AT_ONCE);
    private static final Map<Long, Future<?>> RUNNING = new HashMap<>();

    @BeforeAll
    static void begin(TursoServers servers) throws Exception {
        List<BlockingQueue<TursoServer>> idle = new ArrayList<>();
        for (ServerKind kind : ServerKind.available().toList()) {
            BlockingQueue<TursoServer> ofKind = new LinkedBlockingQueue<>();
            for (int i = 0; i < AT_ONCE; i++) {
                ofKind.add(servers.start(kind));
            }
            idle.add(ofKind);
        }
        seeds().forEach(seed -> RUNNING.put(seed, LANES.submit(() -> {
            BlockingQueue<TursoServer> ofKind = idle.get((int) (seed % idle.size()));
            TursoServer server = ofKind.take();
            try {
                live(seed, server);
            } finally {
                ofKind.add(server);
            }
            return seed;
        })));
    }

    @AfterAll
    static void end() {
        LANES.shutdownNow();
    }

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + HISTORIES);
    }

    private static void live(long seed, TursoServer server) throws Exception {
        Path home = Files.createDirectory(directory.resolve("history-" + seed));
        try (History history =
                new History(seed, server, home, url -> TursoSync.to(url).pausing(duration -> {}))) {
            try {
                history.run();
            } catch (Exception | AssertionError e) {
                throw new AssertionError("in the history of seed " + seed + ":\n" + history, e);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostAndAllAreEqual(long seed) throws Exception {
        RUNNING.get(seed).get();
    }
}
