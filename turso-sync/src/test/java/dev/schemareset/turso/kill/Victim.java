package dev.schemareset.turso.kill;

import dev.schemareset.SchemaReset;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The process that is killed: two instances that count in turn, each with what the other has counted before, and a third that is made in
 * between. It begins when it is told a line, so that its start takes none of the time of a kill.
 */
final class Victim {

    static final String READY = "ready";
    static final String BEGIN = "begin";

    /** Most transactions are small. */
    private static final List<Integer> CELLS = List.of(1, 3, 60, Models.CELLS);

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

    /** What it is told: a directory, the journal mode, a URL, a seed, and after how many rounds it comes to its end. */
    static String[] arguments(Path directory, String journal, String url, int seed, int rounds) {
        return new String[] {directory.toString(), journal, url, String.valueOf(seed), String.valueOf(rounds)};
    }

    public static void main(String[] arguments) throws IOException {
        Victim victim = new Victim(Path.of(arguments[0]), arguments[1], arguments[2], Long.parseLong(arguments[3]));
        // Scans the models.
        victim.reset(Path.of(arguments[0], "none.db")).plan();
        System.out.println(READY);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if (BEGIN.equals(input.readLine())) {
            victim.work(Integer.parseInt(arguments[4]));
        }
    }

    private void work(int rounds) {
        boolean early = random.nextBoolean();
        if (early) {
            bootstrap();
        }
        try (TursoReplication hers = turso.replicate(reset(ada));
                TursoReplication his = turso.replicate(reset(bob))) {
            for (int round = 0; round < rounds; round++) {
                count(ada, "ada", hers, his);
                count(bob, "bob", his, hers);
                if (round == 0 && !early) {
                    bootstrap();
                }
            }
        }
    }

    private void count(Path file, String name, TursoReplication writer, TursoReplication other) {
        Models.count(file, name, CELLS.get(random.nextInt(CELLS.size())));
        if (random.nextBoolean()) {
            writer.push();
            other.pull();
        } else {
            writer.sync();
            other.sync();
        }
    }

    private void bootstrap() {
        turso.replicate(reset(third)).close();
    }

    private SchemaReset reset(Path file) {
        return Models.reset(file, journal);
    }
}
