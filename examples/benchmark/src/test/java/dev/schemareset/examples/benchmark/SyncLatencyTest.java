package dev.schemareset.examples.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.turso.TursoSync;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It runs; what it measures on a busy machine means nothing. */
class SyncLatencyTest {

    @Test
    @WithServer
    void eachIntervalIsMeasured(@TempDir Path directory, TursoServer server) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SyncLatency.measure(
                TursoSync.to(server.url()),
                directory,
                List.of(Duration.ofMillis(20), Duration.ofMillis(10)),
                3,
                new PrintStream(out, true, UTF_8));

        assertThat(out.toString(UTF_8)).matches("""
                        every 20 ms: a write is seen after \\d+ ms, nine of ten after \\d+ ms
                        every 10 ms: a write is seen after \\d+ ms, nine of ten after \\d+ ms
                        """);
    }
}
