package dev.schemareset.turso.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.spi.Exchange;
import dev.schemareset.support.QuickJvm;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.Gate;
import dev.schemareset.turso.support.Passage;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.SeenRequest;
import dev.schemareset.turso.support.TursoServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Kills one victim after the other, all at work on the same files, and proves after each that nothing is lost and nothing is there twice. */
final class Lane implements Callable<List<Hit>> {

    static final List<Asked> TARGETS = List.of(Asked.PUSH, Asked.WINDOW, Asked.PAGE, Asked.HEAD);

    /** In turn, the one more often that has many instants. */
    private static final List<Blow> BLOWS = List.of(
            Blow.UNSENT,
            Blow.WRITING,
            Blow.IN_FLIGHT,
            Blow.WRITING,
            Blow.LATE,
            Blow.WRITING,
            Blow.UNTOLD,
            Blow.WRITING,
            Blow.TOLD,
            Blow.WRITING);

    private static final String DELETE = "delete";

    /** About as long as what a victim does with an answer takes. */
    private static final int MOMENT_NANOS = 12_000_000;

    /** A victim that has nothing to write is not waited for. */
    private static final int IDLE_NANOS = 300_000_000;

    private static final int LOOK_NANOS = 20_000;

    /** More than those of the transaction that follows an answer. */
    private static final int MOST_STEPS = 8;

    /** Between two steps of a transaction. */
    private static final int STEP_NANOS = 300_000;

    private final Path directory;
    private final QuickJvm jvm;
    private final TursoServer server;
    private final FaultProxy proxy;
    private final List<Integer> seeds;
    private final TursoSync turso;
    private final Path ada;
    private final Path bob;
    private final Path third;
    private final AtomicLong notes = new AtomicLong();

    /** Seeds tell what is killed, and when. */
    Lane(Path directory, QuickJvm jvm, TursoServer server, FaultProxy proxy, List<Integer> seeds) {
        this.directory = directory;
        this.jvm = jvm;
        this.server = server;
        this.proxy = proxy;
        this.seeds = List.copyOf(seeds);
        this.turso = TursoSync.to(server.url());
        this.ada = directory.resolve(Models.ADA);
        this.bob = directory.resolve(Models.BOB);
        this.third = directory.resolve(Models.THIRD);
    }

    /** Makes the two databases. */
    void begin() {
        Models.reset(ada, DELETE).syncTo(turso).apply(Confirm.YES);
        Models.fill(ada);
        try (TursoReplication first = open(ada, DELETE)) {
            first.sync();
        }
        open(bob, DELETE).close();
    }

    @Override
    public List<Hit> call() throws IOException, InterruptedException {
        begin();
        List<Hit> hits = new ArrayList<>();
        Standby next = standby(seeds.get(0));
        try {
            for (int i = 0; i < seeds.size(); i++) {
                try (Standby victim = next) {
                    next = standby(seeds.get((i + 1) % seeds.size()));
                    hits.add(new Kill(seeds.get(i), victim).run());
                }
            }
        } finally {
            next.close();
        }
        return hits;
    }

    private Standby standby(int seed) throws IOException {
        return Standby.start(
                jvm,
                directory.resolve("errors-" + seed),
                Victim.arguments(directory, journal(seed), proxy.url(), seed, Integer.MAX_VALUE));
    }

    private static String journal(int seed) {
        return seed % 3 == 0 ? "wal" : DELETE;
    }

    private TursoReplication open(Path file, String journal) {
        return turso.replicate(Models.reset(file, journal));
    }

    /** One kill and what comes after. */
    private final class Kill {

        private final int seed;
        private final SplittableRandom random;
        private final Asked target;
        private final Blow blow;
        private final Gate gate = new Gate();
        private final CountDownLatch delivered = new CountDownLatch(1);
        private final Standby victim;
        private int before;

        Kill(int seed, Standby victim) {
            this.seed = seed;
            this.victim = victim;
            this.random = new SplittableRandom(seed);
            this.target = TARGETS.get(seed % TARGETS.size());
            this.blow = BLOWS.get(seed / TARGETS.size() % BLOWS.size());
            this.before = random.nextInt(3);
        }

        Hit run() throws IOException, InterruptedException {
            proxy.usually(this::fault);
            victim.beginAndAwait(gate);
            victim.kill();
            proxy.heal();
            boolean inTransaction =
                    Stream.of(ada, bob, third).anyMatch(file -> Files.exists(Path.of(file + "-journal")));
            if (blow != Blow.LATE) {
                gate.open();
            }
            prove();
            return new Hit(target, blow, inTransaction);
        }

        /** For one request at a time. */
        private Fault fault(SeenRequest request) {
            if (before < 0) {
                return Fault.NONE;
            }
            if (Asked.by(request) == target && before-- == 0) {
                return blow();
            }
            return random.nextInt(8) == 0 ? this::overtaken : Fault.NONE;
        }

        /** Somebody else is faster. */
        private void overtaken(Passage passage) throws IOException, InterruptedException {
            RawPipeline.execute(server.url(), note());
            Fault.NONE.happen(passage);
        }

        private void note(Path file) {
            Sqlite.execute(file, note());
        }

        private String note() {
            return "INSERT INTO notes VALUES (" + notes.incrementAndGet() + ", 'seed " + seed + "')";
        }

        private Fault blow() {
            // What comes soon is hit more often.
            double share = random.nextDouble();
            return switch (blow) {
                case UNSENT ->
                    passage -> {
                        gate.pass();
                        Fault.DROP_REQUEST.happen(passage);
                        delivered.countDown();
                    };
                case IN_FLIGHT, LATE ->
                    passage -> {
                        gate.pass();
                        Fault.DROP_ANSWER.happen(passage);
                        delivered.countDown();
                    };
                case UNTOLD ->
                    passage -> {
                        delivered.countDown();
                        Fault.holdAnswer(gate).happen(passage);
                    };
                case TOLD ->
                    passage -> {
                        tell(passage);
                        pass(MOMENT_NANOS * share * share);
                        victim.kill();
                        gate.pass();
                    };
                case WRITING -> {
                    int steps = 1 + (int) (MOST_STEPS * share * share);
                    // Half of them at once, before the next step.
                    double moment = Math.max(0, random.nextDouble() - 0.5) * STEP_NANOS;
                    yield passage -> {
                        List<Long> journals = journals();
                        tell(passage);
                        for (int i = 0; i < steps; i++) {
                            awaitOtherThan(journals);
                            journals = journals();
                        }
                        pass(moment);
                        victim.kill();
                        gate.pass();
                    };
                }
            };
        }

        private void tell(Passage passage) throws IOException, InterruptedException {
            Fault.NONE.happen(passage);
            delivered.countDown();
        }

        /** Waits for nothing else: this is the instant of the kill. */
        private static void pass(double nanos) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < nanos) {
                Thread.onSpinWait();
            }
        }

        private void awaitOtherThan(List<Long> journals) {
            long start = System.nanoTime();
            while (journals().equals(journals) && System.nanoTime() - start < IDLE_NANOS) {
                // So short that no step is missed, and the victim has the processor.
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }

        /** How large they are, which changes when one begins to write. */
        private List<Long> journals() {
            return Stream.of(ada, bob, third)
                    .flatMap(file -> Stream.of(file + "-journal", file + "-wal"))
                    .map(File::new)
                    .map(file -> file.exists() ? file.length() : -1)
                    .toList();
        }

        private void prove() throws IOException, InterruptedException {
            String killed = "seed " + seed + ", " + journal(seed) + ", killed at a " + target + ", " + blow;
            List<Path> files = Stream.of(ada, bob, third).filter(Files::exists).toList();
            for (Path file : files) {
                assertThat(Sqlite.query(file, "PRAGMA integrity_check"))
                        .as("%s, of %s", killed, file)
                        .containsExactly("ok");
            }
            List<String> committed = List.of(Models.counted(ada, "ada"), Models.counted(bob, "bob"));
            if (random.nextBoolean()) {
                // The application goes on before anything is exchanged.
                note(ada);
                note(bob);
            }
            List<TursoReplication> replications = new ArrayList<>();
            try {
                for (Path file : files) {
                    replications.add(open(file, journal(seed)));
                }
                exchange(killed, replications);
                if (blow == Blow.LATE) {
                    Models.count(ada, "late", 2);
                    Models.count(ada, "late", 2);
                    exchange(killed, replications);
                    gate.open();
                }
                delivered.await();
                if (blow == Blow.LATE || blow == Blow.IN_FLIGHT) {
                    exchange(killed, replications);
                }
                for (int i = 0; i < files.size(); i++) {
                    assertWhole(killed + ", of " + files.get(i), files.get(i), replications.get(i));
                    assertThat(List.of(Models.counted(files.get(i), "ada"), Models.counted(files.get(i), "bob")))
                            .as("%s, of %s", killed, files.get(i))
                            .isEqualTo(committed);
                }
            } finally {
                replications.forEach(TursoReplication::close);
            }
            try (Stream<Path> content = Files.list(directory)) {
                for (Path file : content.filter(found -> found.toString().startsWith(third.toString()))
                        .toList()) {
                    Files.delete(file);
                }
            }
        }

        /** Until all have what any has. */
        private void exchange(String killed, List<TursoReplication> replications) {
            for (int round = 0; round < 2; round++) {
                for (TursoReplication replication : replications) {
                    Exchange exchange = replication.sync().exchange();
                    assertThat(exchange.conflicts()).as(killed).isZero();
                    assertThat(exchange.notes()).as(killed).isEmpty();
                }
            }
        }

        private void assertWhole(String found, Path file, TursoReplication replication) {
            assertThat(replication.verify().isEqual())
                    .as("%s: %s", found, replication.verify())
                    .isTrue();
            assertThat(replication.status().dirtyRows()).as(found).isZero();
            assertThat(replication.conflicts()).as(found).isEmpty();
            assertThat(Models.miscounted(file)).as(found).isEmpty();
            assertThat(Sqlite.query(file, "SELECT count(*) FROM notes"))
                    .as(found)
                    .containsExactly(notes.toString());
        }
    }
}
