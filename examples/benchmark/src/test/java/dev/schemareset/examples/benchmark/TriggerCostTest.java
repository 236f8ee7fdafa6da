package dev.schemareset.examples.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.turso.TursoSync;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It runs; what it measures of a few rows means nothing. */
class TriggerCostTest {

    @Test
    @WithServer
    void eachKindOfChangeIsMeasured(@TempDir Path directory, TursoServer server) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TriggerCost.measure(TursoSync.to(server.url()), directory, 100, new PrintStream(out, true, UTF_8));

        String ending = " +takes \\d+\\.\\d times as long, -?\\d+\\.\\d microseconds more for a row\n";
        assertThat(out.toString(UTF_8))
                .matches(Stream.of("entries", "accounts")
                        .flatMap(table -> Stream.of("insert", "update", "delete", "insert one by one")
                                .map(work -> table + " +" + work + ending))
                        .collect(Collectors.joining()));
    }
}
