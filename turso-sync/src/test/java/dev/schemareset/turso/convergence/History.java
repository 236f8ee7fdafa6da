package dev.schemareset.turso.convergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.schemareset.Confirm;
import dev.schemareset.SyncReport;
import dev.schemareset.spi.Exchange;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.support.TursoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** What three applications, strangers and bad weather do to one remote database, and the proof that nothing was lost by it. */
public final class History implements AutoCloseable {

    private static final int STEPS = 40;

    /** Among three instances a change is everywhere after two rounds; conflicts of unique keys may take some more. */
    private static final int ROUNDS = 20;

    private final Site site;
    private final Random random;
    private final Ledger ledger = new Ledger();
    private final Story story = new Story();
    private final Writes writes;
    private final Weather weather;
    private final List<Instance> instances = new ArrayList<>();

    /** In some histories only one instance writes: there nothing can come between. */
    private final boolean alone;

    /** More rows than go at once. */
    private final boolean huge;

    /** Instances that were away find the beginning of the log removed. */
    private final boolean trimmed;

    /** Begins one on an empty database. */
    public History(long seed, TursoServer server, Path directory, Function<String, TursoSync> connect)
            throws IOException, SQLException {
        this.site = new Site(server);
        this.random = new Random(seed);
        this.writes = new Writes(random);
        this.alone = seed % 5 == 0;
        this.huge = seed % 7 == 3;
        this.trimmed = seed % 9 == 4 && !alone;
        this.weather = new Weather(site, random, seed % 3 == 1, story, this::meanwhile);
        TursoSync turso = connect.apply(site.url());
        Instance.family(directory.resolve("a.db")).syncTo(turso).apply(Confirm.YES);
        for (String name : List.of("a", "b", "c")) {
            TursoSync own = connect.apply(site.url()).onConflict(policy()).clock(new LeapingClock(random));
            instances.add(new Instance(name, own, directory.resolve(name + ".db"), random, ledger, story));
        }
    }

    private ConflictPolicy policy() {
        return switch (random.nextInt(3)) {
            case 0 -> ConflictPolicy.LOCAL_WINS;
            case 1 -> ConflictPolicy.REMOTE_WINS;
            default -> conflict -> random.nextBoolean() ? Side.LOCAL : Side.REMOTE;
        };
    }

    /** Lives through it. */
    public void run() throws Exception {
        weather.begin();
        for (int i = 0; i < STEPS; i++) {
            step();
            if (huge && i % 16 == 8) {
                writer().write(List.of(writes.bulk()));
            }
            if (trimmed && i % 10 == 9) {
                story.tell("server", "the log is trimmed");
                site.trim();
            }
        }
        weather.end();
        settle();
        verify();
    }

    private void step() throws Exception {
        int chance = random.nextInt(100);
        if (chance < 50) {
            write();
        } else if (chance < 90) {
            weather.turn(random.nextInt(8) == 0);
            exchange(any());
            weather.turn(false);
        } else if (chance < 93) {
            any().restart();
        } else if (chance < 96 && !alone) {
            any().resolve();
        } else {
            foreignWrite();
        }
    }

    private void meanwhile() throws Exception {
        List<Instance> idle =
                instances.stream().filter(instance -> !instance.isExchanging()).toList();
        if (random.nextInt(3) == 0 && idle.size() == 2) {
            exchange(idle.get(random.nextInt(2)));
        } else if (random.nextInt(6) == 0) {
            foreignWrite();
        } else {
            write();
        }
    }

    private void write() throws SQLException {
        writer().write(writes.transaction());
    }

    private void foreignWrite() throws Exception {
        if (!alone) {
            site.write(writes.transaction(), ledger, story);
        }
    }

    private Instance writer() {
        return alone ? instances.get(0) : any();
    }

    private Instance any() {
        return instances.get(random.nextInt(instances.size()));
    }

    private void exchange(Instance instance) {
        Function<TursoReplication, SyncReport> how = switch (random.nextInt(5)) {
            case 0 -> TursoReplication::push;
            case 1 -> TursoReplication::pull;
            default -> TursoReplication::sync;
        };
        instance.exchange(how);
    }

    private void settle() {
        for (int round = 0; round < ROUNDS; round++) {
            boolean still = true;
            for (Instance instance : instances) {
                Optional<SyncReport> report = instance.exchange(TursoReplication::sync);
                still &= report.map(SyncReport::exchange)
                        .filter(exchange -> exchange.equals(Exchange.NONE))
                        .isPresent();
            }
            if (still) {
                return;
            }
        }
        fail("rows still go to and fro after %d rounds", ROUNDS);
    }

    private void verify() throws Exception {
        Set<String> remote = site.rows();
        for (Instance instance : instances) {
            assertThat(instance.rows()).as("rows of %s", instance).isEqualTo(remote);
            instance.check();
            List<Conflict> conflicts = instance.tell();
            assertThat(conflicts)
                    .as("conflicts of %s", instance)
                    .noneMatch(conflict -> conflict.kind() == Conflict.Kind.RESET
                            || conflict.kind() == Conflict.Kind.REJECTED
                            || alone);
        }
        any().verify();
        assertThat(ledger.losses(remote)).isEmpty();
    }

    /** What happened so far. */
    @Override
    public String toString() {
        return story.toString();
    }

    @Override
    public void close() throws SQLException {
        for (Instance instance : instances) {
            instance.close();
        }
        site.close();
    }
}
