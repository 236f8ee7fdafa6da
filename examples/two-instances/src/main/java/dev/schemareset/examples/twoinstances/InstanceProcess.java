package dev.schemareset.examples.twoinstances;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** An {@link Instance} as its user sees it: what is typed and what comes back is shown. */
final class InstanceProcess implements AutoCloseable {

    private final String user;
    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;

    /** Starts it, on a file that is called as its user. */
    InstanceProcess(String user, Path directory) throws IOException {
        this.user = user;
        String java = ProcessHandle.current().info().command().orElse("java");
        process = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwoInstances.class.getName(),
                        directory.resolve(user + ".db").toString())
                .redirectError(Redirect.INHERIT)
                .start();
        commands = new PrintWriter(process.outputWriter(UTF_8), true);
        answers = process.inputReader(UTF_8);
    }

    /** Types a command, and waits for what it answers. */
    void type(String command) throws IOException {
        System.out.println(user + "> " + command);
        commands.println(command);
        await();
    }

    /** Waits until it says something, by itself or as an answer. */
    void await() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IllegalStateException(user + " has ended");
        }
        System.out.println(user + "  " + line);
    }

    /** Ends it: nobody commands it any more. */
    @Override
    public void close() {
        commands.close();
        process.onExit().join();
    }
}
