package app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first program of the README, in a process and a directory of its own. */
class FirstTest {

    @TempDir
    private Path directory;

    @Test
    void makesItsDatabase() throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "app.First")
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        java.environment().remove("LOCAL_DB_PATH");
        Process process = java.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(output).contains("""
                        CREATE TABLE "note" (
                          "id" INTEGER PRIMARY KEY,
                          "text" TEXT NOT NULL
                        ) STRICT;""").contains("Created 1 table\n  table note\n");
        assertThat(directory.resolve("local.db")).isNotEmptyFile();
    }
}
