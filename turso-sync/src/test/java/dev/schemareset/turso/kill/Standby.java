package dev.schemareset.turso.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.support.QuickJvm;
import dev.schemareset.turso.support.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A victim that waits for its turn. */
final class Standby implements AutoCloseable {

    private final Path errors;
    private final Process process;
    private boolean isKilled;

    private Standby(Path errors, Process process) {
        this.errors = errors;
        this.process = process;
    }

    /** Starts one, which is the slowest part of a kill. */
    static Standby start(QuickJvm jvm, Path errors, String... arguments) throws IOException {
        return new Standby(errors, jvm.start(errors, arguments));
    }

    /** Has it begin, and waits until it stands before a gate. */
    void beginAndAwait(Gate gate) throws IOException, InterruptedException {
        assertThat(process.inputReader().readLine()).as(said()).isEqualTo(Victim.READY);
        process.outputWriter().write(Victim.BEGIN + "\n");
        process.outputWriter().flush();
        try {
            gate.awaitArrival();
        } catch (AssertionError e) {
            throw new AssertionError(said(), e);
        }
    }

    /** At once. That it comes to its end by itself is a failure. */
    void kill() throws IOException {
        if (!isKilled) {
            if (!process.isAlive()) {
                throw new AssertionError(said());
            }
            isKilled = true;
            close();
        }
    }

    private String said() throws IOException {
        return "what the victim says: " + Files.readString(errors);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
