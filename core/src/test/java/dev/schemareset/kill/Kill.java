package dev.schemareset.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.kill.Hit.Place;
import dev.schemareset.support.Sqlite;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Kills one victim at a random instant, and proves that what it leaves behind is whole. */
final class Kill implements Callable<Hit> {

    /** So short that nothing is missed, and the victim has the processor. */
    private static final int LOOK_NANOS = 20_000;

    private final int seed;
    private final Expected expected;
    private final Path home;
    private final Path database;
    private final Journal journal;
    private final Aim aim;

    Kill(int seed, Path directory, Expected expected) {
        this.seed = seed;
        this.expected = expected;
        this.home = directory.resolve("kill-" + seed);
        this.database = home.resolve("local.db");
        this.journal = seed % 2 == 0 ? Journal.DELETE : Journal.WAL;
        this.aim = Aim.random(new SplittableRandom(seed));
    }

    @Override
    public Hit call() throws IOException, InterruptedException {
        Files.createDirectory(home);
        Files.copy(expected.old(), database);
        Sqlite.execute(database, "PRAGMA journal_mode = " + journal);
        Step step = killed();
        boolean journaled = journal.showsTransaction(database);
        Aftermath aftermath = aftermath("seed %d, killed in %s, journal mode %s".formatted(seed, step, journal));
        boolean inBackup = aftermath.hasBegunBackup();
        boolean afterBackup = aftermath.hasWholeBackupWithoutName();
        if (seed % 4 < 2) {
            // Who only reads comes first this time, and must not stumble over what was left behind.
            Models.reset(database).verify();
        }
        State found = aftermath.proveWhole(step);
        boolean inTransaction = journaled || (afterBackup && found == step.before());
        aftermath.proveWayBack(step, found);
        aftermath.proveUsable(found);
        aftermath.clear();
        return new Hit(journal, step, place(inTransaction, inBackup, step, found), found);
    }

    private Aftermath aftermath(String kill) {
        return new Aftermath(kill, database, home, expected);
    }

    private static Place place(boolean inTransaction, boolean inBackup, Step step, State found) {
        if (inTransaction) {
            return found == step.before() ? Place.TRANSACTION : Place.VACUUM;
        }
        return inBackup ? Place.BACKUP : Place.ELSEWHERE;
    }

    /** What the victim was doing when it was killed. */
    private Step killed() throws IOException, InterruptedException {
        Path errors = home.resolve("errors.txt");
        long start = System.nanoTime();
        Process victim = expected.victims().start(database, errors);
        try (BufferedReader lines = victim.inputReader()) {
            String step;
            do {
                step = lines.readLine();
            } while (step != null && !step.equals(aim.step().name()));
            awaitPlace(victim);
            // Waits for nothing: this is the instant of the kill.
            LockSupport.parkNanos(aim.delay(System.nanoTime() - start));
            assertThat(victim.isAlive())
                    .as("seed %d: the victim lives until it is killed; %s", seed, Files.readString(errors))
                    .isTrue();
            // Unlike the process, its handle leaves open what the victim said.
            victim.toHandle().destroyForcibly();
            return Stream.concat(Stream.of(aim.step()), lines.lines().map(Step::valueOf))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        } finally {
            victim.destroyForcibly().waitFor();
        }
    }

    private void awaitPlace(Process victim) throws IOException {
        Aftermath files = aftermath("seed " + seed);
        while (!aim.isReached(files) && victim.isAlive()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
