package dev.schemareset.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file system in memory that is soon full. Only the process that is run on it sees it, and it ends with that. */
public final class SmallDisk {

    /** As root, and for others where the system lets them be root among themselves. */
    private static final List<List<String>> WAYS = List.of(List.of("--mount"), List.of("-U", "-r", "-m"));

    private static final String MOUNT = "mount -t tmpfs -o size=\"$0\" tmpfs \"$1\" && shift && exec \"$@\"";

    private final Path directory;

    /** The small disk that is mounted at a directory. */
    public SmallDisk(Path directory) {
        this.directory = directory;
    }

    /**
     * Runs a main class of the tests with a small disk at the directory, which is its first argument. Where nothing can be mounted the
     * test is skipped, and says so; on a build server it fails instead.
     */
    public static void run(Path directory, String size, Class<?> main, String... arguments) throws Exception {
        Optional<List<String>> way = way(directory, size);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(way)
                    .as("a way to mount a small disk, which the build server must have")
                    .isPresent();
        }
        assumeTrue(way.isPresent(), "skipped: no small disk can be mounted here");
        List<String> all = new ArrayList<>(List.of(directory.toString()));
        all.addAll(List.of(arguments));
        try (ChildJvm child = ChildJvm.startUnder(way.get(), main, all.toArray(String[]::new))) {
            child.assertEndsWell();
        }
    }

    private static Optional<List<String>> way(Path directory, String size) throws InterruptedException {
        for (List<String> options : WAYS) {
            List<String> command = command(options, directory, "64k");
            command.add("true");
            try {
                Process trial = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (trial.waitFor() == 0) {
                    return Optional.of(command(options, directory, size));
                }
            } catch (IOException e) {
                return Optional.empty(); // no such command
            }
        }
        return Optional.empty();
    }

    private static List<String> command(List<String> options, Path directory, String size) {
        List<String> command = new ArrayList<>(List.of("unshare"));
        command.addAll(options);
        command.addAll(List.of("sh", "-c", MOUNT, size, directory.toString()));
        return command;
    }

    /** Leaves so much room, for what it writes itself is in the way. */
    public void leave(long bytes) throws IOException {
        makeRoom();
        long room = Files.getFileStore(directory).getUsableSpace();
        Files.write(filler(), new byte[Math.toIntExact(room - bytes)]);
    }

    public void makeRoom() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return directory.resolve("filler");
    }
}
