package dev.schemareset.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java process. It is told what to do, and answers, line by line, so that nobody waits for a time to pass. */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedWriter input;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.input = process.outputWriter(UTF_8);
        this.output = process.inputReader(UTF_8);
    }

    /** Starts a main class of the tests. */
    public static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        return startUnder(List.of(), main, arguments);
    }

    /** Starts a main class of the tests with a command before that of Java. */
    public static ChildJvm startUnder(List<String> before, Class<?> main, String... arguments) throws IOException {
        return start(before, List.of(), main, arguments);
    }

    /** Starts a main class of the tests with options for Java, such as {@code -Xmx64m}. */
    public static ChildJvm startWith(List<String> options, Class<?> main, String... arguments) throws IOException {
        return start(List.of(), options, main, arguments);
    }

    private static ChildJvm start(List<String> before, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Short-lived: the better compiler and the better collector would not pay.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Tells it a line and waits for the line that it answers. */
    public String ask(String line) throws IOException {
        say(line);
        return hear();
    }

    public void say(String line) throws IOException {
        input.write(line);
        input.newLine();
        input.flush();
    }

    public String hear() throws IOException {
        String line = output.readLine();
        assertThat(line).as("what the other process says").isNotNull();
        return line;
    }

    /** Waits for its end, which must be a good one; returns what it says until then. */
    public String assertEndsWell() throws IOException, InterruptedException {
        StringBuilder said = new StringBuilder();
        output.lines().forEach(line -> said.append(line).append('\n'));
        assertThat(process.waitFor())
                .as("exit code of the process that said %s", said)
                .isZero();
        return said.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
