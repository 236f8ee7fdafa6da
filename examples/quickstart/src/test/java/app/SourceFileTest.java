package app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newcomer's file without a project: compiled by the launcher of Java, in memory. */
class SourceFileTest {

    private static final Path SOURCE =
            Path.of("../../core/src/it/first/src/main/java/app/First.java").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void sourceFileRunsWithoutAProject() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java")
                                .toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPathWithoutThisModule(),
                        SOURCE.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().remove("LOCAL_DB_PATH");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);

            assertThat(process.waitFor()).as(output).isZero();
            assertThat(output).startsWith("db").contains("\nCreated 1 table\n  table tasks\n");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Java refuses a source file whose class is on the class path. */
    private static String classPathWithoutThisModule() {
        String here = Path.of("target").toAbsolutePath().toString();
        return Stream.of(requireNonNull(System.getProperty("java.class.path")).split(File.pathSeparator))
                .filter(entry -> !entry.startsWith(here))
                .collect(joining(File.pathSeparator));
    }
}
