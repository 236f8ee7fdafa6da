package app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first program of the README, in a process and a directory of its own. */
class FirstTest {

    private static final Pattern REPORT = Pattern.compile("```text\n(Reset .*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    /** The README shows its report; only the times and the directory are other ones. */
    @Test
    void makesItsDatabaseAndEndsAsShown() throws Exception {
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
        assertThat(withoutTimes(output)).contains("""
                        CREATE TABLE "note" (
                          "id" INTEGER NOT NULL PRIMARY KEY,
                          "text" TEXT NOT NULL
                        ) STRICT;""").endsWith(shownReport());
        assertThat(directory.resolve("local.db")).isNotEmptyFile();
    }

    private String shownReport() throws IOException {
        Matcher shown = REPORT.matcher(Files.readString(Path.of("..", "..", "README.md")));
        assertThat(shown.find()).isTrue();
        return withoutTimes(shown.group(1))
                .replace("/path/to/first", directory.toRealPath().toString());
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("\\d[\\d.,]* (?:ms|s)\\b", "some time");
    }
}
