package dev.schemareset.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A process to which permissions mean something. To root they mean nothing, unless it gives this up; then it is an owner like any other. */
public final class WithoutPrivilege {

    private static final List<String> GIVE_UP = List.of(
            "setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search");

    private WithoutPrivilege() {}

    /**
     * Runs a main class of the tests, whose first argument is a directory. Where root cannot give up its privilege the test is skipped, and
     * says so; on a build server it fails instead.
     */
    public static void run(Path directory, Class<?> main) throws Exception {
        boolean privileged = isPrivileged(directory);
        if (privileged && "true".equals(System.getenv("CI"))) {
            assertThat(canGiveUp())
                    .as("setpriv works, as it must on the build server")
                    .isTrue();
        }
        assumeTrue(!privileged || canGiveUp(), "skipped: root cannot be kept from anything here");
        try (ChildJvm child = ChildJvm.startUnder(privileged ? GIVE_UP : List.of(), main, directory.toString())) {
            child.assertEndsWell();
        }
    }

    private static boolean isPrivileged(Path directory) throws IOException {
        Path closed = Files.createDirectory(directory.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        boolean privileged = Files.isWritable(closed);
        Files.delete(closed);
        return privileged;
    }

    private static boolean canGiveUp() throws InterruptedException {
        try {
            List<String> trial = new ArrayList<>(GIVE_UP);
            trial.add("true");
            return new ProcessBuilder(trial).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // no such command
        }
    }
}
