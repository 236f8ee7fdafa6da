package dev.schemareset.turso.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.spi.Exchange;
import dev.schemareset.support.QuickJvm;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import dev.schemareset.turso.replication.SyncVerification;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.Gate;
import dev.schemareset.turso.support.Passage;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.SeenRequest;
import dev.schemareset.turso.support.TursoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Kills one victim after the other, all at work on the same files, and proves after each that nothing is lost and nothing is there twice. */
final class Lane implements Callable<List<Hit>> {

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

    /** A victim that has written all is not waited for. */
    private static final long IDLE_NANOS = 300_000_000;

    /** All of them write something, however slow this machine is. */
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private static final int LOOK_NANOS = 20_000;

    /** More than those of the transaction that follows an answer. */
    private static final int MOST_STEPS = 8;

    /** The same where a database is made anew, all of which are as likely: the last ones matter most. */
    private static final int MOST_STEPS_ANEW = 30;

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
        this.turso = TursoSync.to(proxy.url());
        this.ada = directory.resolve(Models.ADA);
        this.bob = directory.resolve(Models.BOB);
        this.third = directory.resolve(Models.THIRD);
    }

    /** Makes the two databases. */
    void begin() {
        reset(DELETE);
        open(bob, DELETE).close();
    }

    private void reset(String journal) {
        Models.reset(ada, journal).syncTo(turso).apply(Confirm.YES);
        Models.fill(ada);
        Models.count(ada, "ada", 3);
        try (TursoReplication first = open(ada, journal)) {
            first.sync();
        }
        notes.set(0);
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
                Victim.arguments(
                        directory,
                        journal(seed),
                        proxy.url(),
                        seed,
                        Integer.MAX_VALUE,
                        target(seed).work()));
    }

    private static Target target(int seed) {
        return Target.ALL.get(seed % Target.ALL.size());
    }

    private static String journal(int seed) {
        return seed % 3 == 0 ? "wal" : DELETE;
    }

    private static Path beside(Path file, String suffix) {
        return Path.of(file + suffix);
    }

    private TursoReplication open(Path file, String journal) {
        return turso.replicate(Models.reset(file, journal));
    }

    /** One kill and what comes after. */
    private final class Kill {

        private final int seed;
        private final SplittableRandom random;
        private final Target target;
        private final Blow blow;
        private final Gate gate = new Gate();
        private final CountDownLatch delivered = new CountDownLatch(1);
        private final Standby victim;
        private int before;

        Kill(int seed, Standby victim) {
            this.seed = seed;
            this.victim = victim;
            this.random = new SplittableRandom(seed);
            this.target = target(seed);
            this.blow = BLOWS.get(seed / Target.ALL.size() % BLOWS.size());
            this.before = random.nextInt(3);
        }

        Hit run() throws IOException, InterruptedException {
            Optional<Outdated> outdated = target.work().replaces() ? Optional.of(outdated()) : Optional.empty();
            proxy.usually(this::fault);
            victim.beginAndAwait(gate);
            victim.kill();
            proxy.heal();
            boolean isJournaled = Stream.of(ada, bob, third).anyMatch(file -> Files.exists(beside(file, "-journal")));
            boolean isLogged =
                    outdated.isPresent() && beside(third, "-wal").toFile().length() > 0;
            if (blow != Blow.LATE) {
                gate.open();
            }
            boolean isReplaced = prove(outdated);
            return new Hit(target, blow, isJournaled || (isLogged && !isReplaced), isReplaced);
        }

        /** Somebody resets the other side, and one who has all that was there before is yet to learn of it. */
        private Outdated outdated() throws IOException, InterruptedException {
            Files.copy(bob, third);
            reset(journal(seed));
            return target.work() == Work.REBUILD
                    ? Outdated.dirty(third, server.url(), 1 + random.nextInt(Models.CELLS))
                    : Outdated.clean(third, server.url());
        }

        /** For one request at a time. */
        private Fault fault(SeenRequest request) {
            if (before < 0) {
                return Fault.NONE;
            }
            if (Asked.by(request) == target.asked() && before-- == 0) {
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
                    int steps =
                            1 + (int) (target.work().replaces() ? MOST_STEPS_ANEW * share : MOST_STEPS * share * share);
                    // Half of them at once, before the next step.
                    double moment = Math.max(0, random.nextDouble() - 0.5) * STEP_NANOS;
                    yield passage -> {
                        List<Long> journals = journals();
                        tell(passage);
                        long patience = PATIENCE_NANOS;
                        for (int i = 0; i < steps && awaitOtherThan(journals, patience); i++) {
                            journals = journals();
                            patience = IDLE_NANOS;
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

        private boolean awaitOtherThan(List<Long> journals, long nanos) {
            long start = System.nanoTime();
            while (journals().equals(journals)) {
                if (System.nanoTime() - start >= nanos) {
                    return false;
                }
                // So short that no step is missed, and the victim has the processor.
                LockSupport.parkNanos(LOOK_NANOS);
            }
            return true;
        }

        /** How large they are, which changes when one begins to write. */
        private List<Long> journals() {
            return (target.work() == Work.EXCHANGE ? Stream.of(ada, bob) : Stream.of(third))
                    .flatMap(file -> Stream.of(beside(file, "-journal"), beside(file, "-wal")))
                    .map(Path::toFile)
                    .map(file -> file.exists() ? file.length() : -1)
                    .toList();
        }

        /** Tells whether the database is another one than before. */
        private boolean prove(Optional<Outdated> outdated) throws IOException, InterruptedException {
            String killed = "seed " + seed + ", " + journal(seed) + ", killed at " + target + ", " + blow;
            List<Path> files = Stream.of(ada, bob, third).filter(Files::exists).toList();
            for (Path file : files) {
                assertThat(Sqlite.query(file, "PRAGMA integrity_check"))
                        .as("%s, of %s", killed, file)
                        .containsExactly("ok");
            }
            boolean isReplaced = outdated.isPresent() && outdated.get().isReplaced(killed);
            // Of one that is yet to be made anew nothing is left to compare with.
            List<String> committed =
                    List.of(Models.counted(ada, "ada"), Models.counted(outdated.isPresent() ? ada : bob, "bob"));
            if (random.nextBoolean()) {
                // The application goes on before anything is exchanged.
                note(ada);
                if (outdated.isEmpty()) {
                    note(bob);
                } else if (isReplaced) {
                    note(third);
                }
            }
            List<TursoReplication> replications = new ArrayList<>();
            try {
                for (Path file : files) {
                    replications.add(open(file, journal(seed)));
                }
                if (outdated.isPresent()) {
                    follow(outdated.get(), killed, isReplaced, replications);
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
                    Path file = files.get(i);
                    String found = killed + ", of " + file;
                    assertWhole(found, file, replications.get(i));
                    assertThat(List.of(Models.counted(file, "ada"), Models.counted(file, "bob")))
                            .as(found)
                            .isEqualTo(committed);
                    if (file.equals(third) && outdated.isPresent()) {
                        outdated.get().requireConflicts(found, replications.get(i));
                    } else {
                        assertThat(replications.get(i).conflicts()).as(found).isEmpty();
                    }
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
            return isReplaced;
        }

        /** Those that do not know of the reset yet follow it. */
        private void follow(Outdated outdated, String killed, boolean isReplaced, List<TursoReplication> replications) {
            TursoReplication bobs = replications.get(1);
            TursoReplication thirds = replications.get(2);
            if (isReplaced) {
                outdated.requireConflicts(killed, thirds);
            } else {
                outdated.requireUnsent(killed, thirds);
            }
            bobs.sync();
            if (target.work() == Work.REBUILD) {
                thirds.rebuild(Confirm.YES);
            } else {
                thirds.sync();
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
            SyncVerification verification = replication.verify();
            assertThat(verification.isEqual()).as("%s: %s", found, verification).isTrue();
            assertThat(replication.status().dirtyRows()).as(found).isZero();
            assertThat(Models.miscounted(file)).as(found).isEmpty();
            assertThat(Sqlite.query(file, "SELECT count(*) FROM notes"))
                    .as(found)
                    .containsExactly(notes.toString());
        }
    }
}
