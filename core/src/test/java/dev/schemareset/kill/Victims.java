package dev.schemareset.kill;

import dev.schemareset.support.QuickJvm;
import java.io.IOException;
import java.nio.file.Path;

/** Starts victims. */
final class Victims {

    /** Of which one that nobody kills comes to its end. */
    private static final int ROUNDS = 50;

    private final QuickJvm jvm;

    /** Prepares all that in a directory. */
    Victims(Path directory) throws IOException {
        this.jvm = new QuickJvm(directory, Victim.class);
    }

    /** Lets a victim come to its end, so that the others start faster. */
    void archive(Path database) throws IOException, InterruptedException {
        jvm.archive("", database.toString(), "1");
    }

    /** Starts a victim that works until it is killed. */
    Process start(Path database, Path errors) throws IOException {
        return jvm.start(errors, database.toString(), String.valueOf(ROUNDS));
    }
}
