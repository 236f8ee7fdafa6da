package dev.schemareset.turso.kill;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The process that is killed. It begins when it is told a line, so that its start takes none of the time of a kill. */
final class Victim {

    static final String READY = "ready";
    static final String BEGIN = "begin";

    private final SplittableRandom random;
    private final TursoSync turso;
    private final String journal;
    private final Path ada;
    private final Path bob;
    private final Path third;

    private Victim(Path directory, String journal, String url, long seed) {
        this.turso = TursoSync.to(url);
        this.journal = journal;
        this.ada = directory.resolve(Models.ADA);
        this.bob = directory.resolve(Models.BOB);
        this.third = directory.resolve(Models.THIRD);
        this.random = new SplittableRandom(seed);
    }

    /** What it is told: a directory, the journal mode, a URL, a seed, how many rounds an exchange takes, and what to do, one after the other. */
    static String[] arguments(Path directory, String journal, String url, int seed, int rounds, Work... works) {
        return Stream.concat(
                        Stream.of(directory, journal, url, seed, rounds).map(Object::toString),
                        Stream.of(works).map(Work::name))
                .toArray(String[]::new);
    }

    public static void main(String[] arguments) throws IOException {
        Victim victim = new Victim(Path.of(arguments[0]), arguments[1], arguments[2], Long.parseLong(arguments[3]));
        // Scans the models.
        victim.reset(Path.of(arguments[0], "none.db")).plan();
        System.out.println(READY);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if (BEGIN.equals(input.readLine())) {
            Stream.of(arguments)
                    .skip(5)
                    .forEach(work -> victim.work(Work.valueOf(work), Integer.parseInt(arguments[4])));
        }
        // It may be done before it is killed, which a line that never comes has it wait for.
        input.readLine();
    }

    private void work(Work work, int rounds) {
        switch (work) {
            case EXCHANGE -> exchange(rounds);
            case BOOTSTRAP -> turso.replicate(reset(third)).close();
            case FOLLOW -> {
                try (TursoReplication replication = turso.replicate(reset(third))) {
                    if (random.nextBoolean()) {
                        replication.pull();
                    } else {
                        replication.sync();
                    }
                }
            }
            case REBUILD -> {
                try (TursoReplication replication = turso.replicate(reset(third))) {
                    replication.rebuild(Confirm.YES);
                }
            }
        }
    }

    private void exchange(int rounds) {
        try (TursoReplication hers = turso.replicate(reset(ada));
                TursoReplication his = turso.replicate(reset(bob))) {
            for (int round = 0; round < rounds; round++) {
                count(ada, "ada", hers, his);
                count(bob, "bob", his, hers);
            }
        }
    }

    private void count(Path file, String name, TursoReplication writer, TursoReplication other) {
        Models.count(file, name, Models.MANY.get(random.nextInt(Models.MANY.size())));
        if (random.nextBoolean()) {
            writer.push();
            other.pull();
        } else {
            writer.sync();
            other.sync();
        }
    }

    private SchemaReset reset(Path file) {
        return Models.reset(file, journal);
    }
}
