package dev.schemareset.turso.support;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real server on a port of this machine, which can be killed and started again where it was. */
public final class TursoServer {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Between the choice of a free port and its use another program may take it. */
    private static final int PORTS_TO_TRY = 5;

    /** A test that is interrupted leaves no server behind. */
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final ServerChoice choice;
    private final Path directory;
    private final int port;
    private Process process;

    private TursoServer(ServerChoice choice, Path directory, int port) throws IOException {
        this.choice = choice;
        this.directory = directory;
        this.port = port;
        this.process = launch();
    }

    /** Starts one that stores all in a directory. A test gets its server from {@link ServerExtension}, which ends it too. */
    static TursoServer start(ServerChoice choice, Path directory) throws IOException, InterruptedException {
        for (int i = 0; i < PORTS_TO_TRY; i++) {
            TursoServer server = new TursoServer(choice, directory, freePort());
            if (server.answers()) {
                return server;
            }
        }
        return fail("%s ended on %d ports; it said: %s", choice.kind(), PORTS_TO_TRY, Files.readString(log(directory)));
    }

    public ServerKind kind() {
        return choice.kind();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends it as a loss of power would. Whoever asks finds nobody there. */
    public void kill() {
        process.destroyForcibly().onExit().join();
        RUNNING.remove(process);
    }

    /** Starts it again with what it has stored, under the same address. */
    public void restart() throws IOException, InterruptedException {
        kill();
        process = launch();
        if (!answers()) {
            fail("%s did not start again at %s; it said: %s", kind(), url(), Files.readString(log(directory)));
        }
    }

    /** The same with an empty database: another one behind the address that its clients know. */
    public void restartEmpty() throws IOException, InterruptedException {
        kill();
        delete(data(directory));
        restart();
    }

    /** Deletes a directory with all in it. */
    static void delete(Path directory) throws IOException {
        try (Stream<Path> content = Files.walk(directory)) {
            for (Path file : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Copies what it has stored, while it is not running. */
    public void save(Path copy) throws IOException, InterruptedException {
        kill();
        copyAll(data(directory), copy);
        restart();
    }

    /** Starts it again with what it had stored when that was copied, as when a backup is brought back. */
    public void restartFrom(Path copy) throws IOException, InterruptedException {
        restartEmpty();
        kill();
        copyAll(copy, data(directory));
        restart();
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> content = Files.walk(from)) {
            for (Path file : content.sorted().toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** What it said since it was started. */
    public String log() throws IOException {
        return Files.readString(log(directory));
    }

    private Process launch() throws IOException {
        Path data = Files.createDirectories(data(directory));
        Process started = new ProcessBuilder(kind().command(port, data, choice.experimental()))
                .redirectErrorStream(true)
                .redirectOutput(log(directory).toFile())
                .start();
        RUNNING.add(started);
        return started;
    }

    /** Whether it answers before it ends. */
    private boolean answers() throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
            if (RawPipeline.answers(url())) {
                return true;
            }
            if (Instant.now().isAfter(deadline)) {
                kill();
                fail("%s did not answer for %s; it said: %s", kind(), PATIENCE, log());
            }
        }
        kill();
        return false;
    }

    private static Path data(Path directory) {
        return directory.resolve("data");
    }

    private static Path log(Path directory) {
        return directory.resolve("server.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
