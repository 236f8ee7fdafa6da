package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How it looks on a terminal, which {@code script} of util-linux makes, and where there is none. */
@Timeout(900)
@EnabledOnOs(OS.LINUX)
final class TerminalTest {

    private static final String ESCAPE = "\u001b[";

    private final ManageProcess process;

    TerminalTest(@TempDir Path directory) {
        process = new ManageProcess(directory, new Shell(directory));
    }

    @Test
    void textIsColouredAndAsWideAsTheTerminal() throws Exception {
        Result help = process.runOnTerminal(60, Map.of(), "help", "apply-migration");

        assertThat(help.out()).contains(ESCAPE);
        assertThat(help.out().replaceAll("\u001b\\[[0-9;]*m", "").lines())
                .allMatch(line -> line.length() <= 60)
                .anyMatch(line -> line.length() > 50);
        assertThat(process.runOnTerminal(60, Map.of(), "bogus").out()).startsWith(ESCAPE);
    }

    @Test
    void textIsPlainWhereNoColourIsWanted() throws Exception {
        Map<String, String> noColour = Map.of("NO_COLOR", "1");

        assertThat(process.runOnTerminal(80, noColour, "help").out()).doesNotContain(ESCAPE);
        assertThat(process.runOnTerminal(80, noColour, "bogus").out()).startsWith("Unknown command: 'bogus'");
    }

    @Test
    void textIsPlainWhereThereIsNoTerminal() throws Exception {
        assertThat(process.run("", Map.of(), "help").out())
                .startsWith("Usage: manage ")
                .doesNotContain(ESCAPE);
        assertThat(process.run("", Map.of(), "bogus").err()).startsWith("Unknown command: 'bogus'");
    }
}
