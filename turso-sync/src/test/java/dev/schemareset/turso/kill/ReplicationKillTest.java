package dev.schemareset.turso.kill;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.support.QuickJvm;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.TursoServers;
import dev.schemareset.turso.support.WithServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that exchanges rows is killed at random instants: whoever opens its files afterwards finds all that was committed, sends what
 * is yet to be sent, and applies nothing twice. One that makes a database anew, because somebody has reset the other side, leaves the old
 * one or the new one behind, and no row that was not sent is lost.
 *
 * <p>{@code -Dreplication.kills=N} kills as many; {@code -Dreplication.kills.first=SEED} begins with that seed.
 */
class ReplicationKillTest {

    private static final int KILLS = Integer.getInteger("replication.kills", 200);
    private static final int FIRST = Integer.getInteger("replication.kills.first", 1);

    /** Of fewer, chance alone may put none where it matters. */
    private static final int ENOUGH = 200;

    private static final int LANES = 2;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @Test
    @WithServer
    @Timeout(value = 60, unit = MINUTES)
    void killedProcessLosesNothing(TursoServers servers) throws Exception {
        QuickJvm jvm = jvm(servers);
        List<Hit> hits = new ArrayList<>();
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<List<Hit>>> running = new ArrayList<>();
            for (int i = 0; i < LANES; i++) {
                int lane = i;
                running.add(lanes.submit(() -> hits(jvm, servers, lane)));
            }
            for (Future<List<Hit>> lane : running) {
                hits.addAll(lane.get());
            }
        } finally {
            lanes.shutdownNow();
        }

        System.out.println("Seeds " + FIRST + " to " + (FIRST + KILLS - 1) + ":\n" + told(hits));
        if (KILLS >= ENOUGH) {
            for (Target target : Target.ALL) {
                for (Blow blow : Blow.values()) {
                    requireHits(hits, hit -> hit.target().equals(target) && hit.blow() == blow, target + ", " + blow);
                }
            }
            for (Target target : List.of(Target.PUSH, Target.WINDOW, Target.BOOTSTRAP)) {
                requireHits(
                        hits,
                        hit -> hit.target().equals(target) && hit.blow() == Blow.WRITING && hit.inTransaction(),
                        "a transaction after the answer to " + target);
            }
            for (Work work : List.of(Work.FOLLOW, Work.REBUILD)) {
                requireHits(
                        hits,
                        hit -> hit.target().work() == work && hit.inTransaction() && !hit.isReplaced(),
                        "the transaction of " + work);
                requireHits(hits, hit -> hit.target().work() == work && hit.isReplaced(), "the end of " + work);
            }
        }
    }

    private List<Hit> hits(QuickJvm jvm, TursoServers servers, int lane) throws IOException, InterruptedException {
        Path home = Files.createDirectory(directory.resolve("lane-" + lane));
        List<Integer> seeds = IntStream.range(FIRST, FIRST + KILLS)
                .filter(seed -> seed % LANES == lane)
                .boxed()
                .toList();
        TursoServer server = servers.start();
        try (FaultProxy proxy = FaultProxy.before(server.url())) {
            return new Lane(home, jvm, server, proxy, seeds).call();
        }
    }

    private static void requireHits(List<Hit> hits, Predicate<Hit> wanted, String where) {
        assertThat(hits.stream().filter(wanted).count())
                .as("kills at %s, of\n%s", where, told(hits))
                .isPositive();
    }

    private static String told(List<Hit> hits) {
        return hits.size() + " kills\n"
                + Target.ALL.stream().map(target -> told(hits, target)).collect(joining("\n"));
    }

    private static String told(List<Hit> hits, Target target) {
        List<Hit> part =
                hits.stream().filter(hit -> hit.target().equals(target)).toList();
        return String.format(Locale.ROOT, "%-15s ", target)
                + Arrays.stream(Blow.values())
                        .map(blow -> blow + " " + count(part, hit -> hit.blow() == blow))
                        .collect(joining(", "))
                + "; in a transaction " + count(part, Hit::inTransaction)
                + ", after the database was made anew " + count(part, Hit::isReplaced);
    }

    private static long count(List<Hit> hits, Predicate<Hit> wanted) {
        return hits.stream().filter(wanted).count();
    }

    /** Lets a victim come to its end, so that the others start faster. */
    private QuickJvm jvm(TursoServers servers) throws IOException, InterruptedException {
        QuickJvm jvm = new QuickJvm(directory, Victim.class);
        Path home = Files.createDirectory(directory.resolve("undisturbed"));
        TursoServer server = servers.start();
        try (FaultProxy proxy = FaultProxy.before(server.url())) {
            new Lane(home, jvm, server, proxy, List.of()).begin();
            jvm.archive(Victim.BEGIN, Victim.arguments(home, "delete", proxy.url(), 1, 2, Work.values()));
        }
        return jvm;
    }
}
