package dev.schemareset.turso.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What npm installs for the tests: the real servers and the official client. Where turso-sync is built, Maven puts the package files and
 * the scripts of {@code src/test/npm} beside its compiled tests, and runs {@link #main} before the tests.
 */
public final class Npm {

    private static final Path HOME = home();
    private static final Path WANTED = HOME.resolve("package-lock.json");
    private static final Path LOG = HOME.resolve("npm.log");

    /** Tells what is installed. npm removes it with all the rest before it installs anew. */
    private static final Path INSTALLED = HOME.resolve("node_modules/.installed");

    /** Where nothing is skipped. */
    static final boolean IS_BUILD_SERVER = "true".equals(System.getenv("CI"));

    private static final boolean WINDOWS = system().startsWith("windows");

    private Npm() {}

    /** Installs, unless what the lock file asks for is there. Where that cannot be done, only a build server fails. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        if (Files.exists(INSTALLED) && Files.mismatch(INSTALLED, WANTED) == -1) {
            return;
        }
        Optional<Path> npm = onPath(WINDOWS ? "npm.cmd" : "npm");
        if (npm.isEmpty()) {
            tell("there is no npm on the PATH");
        } else if (install(npm.get()) != 0) {
            tell("npm could not install the servers:\n" + Files.readString(LOG));
        } else {
            Files.copy(WANTED, INSTALLED);
        }
    }

    private static int install(Path npm) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(npm.toString(), "ci"));
        command.addAll(List.of("--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"));
        // Else it would wait for more than a minute where there is no network.
        command.addAll(List.of("--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"));
        return new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start()
                .waitFor();
    }

    private static void tell(String what) {
        if (IS_BUILD_SERVER) {
            throw new IllegalStateException(what);
        }
        System.out.println("Tests against a real Turso server will be skipped: " + what);
    }

    /** A file of a package; empty where it was not installed. */
    static Optional<Path> installed(String file) {
        return Optional.of(HOME.resolve("node_modules").resolve(file)).filter(Files::exists);
    }

    /** The program that runs scripts. Where there is none the test is skipped, and says so; on a build server it fails instead. */
    static Path node() {
        Optional<Path> node = onPath(WINDOWS ? "node.exe" : "node");
        if (IS_BUILD_SERVER) {
            assertThat(node).as("node, which the build server must have").isPresent();
        }
        assumeTrue(node.isPresent(), "skipped: there is no node on the PATH");
        return node.get();
    }

    /** A script of {@code src/test/npm}, from where it sees the packages. */
    public static Path script(String name) {
        return HOME.resolve(name);
    }

    /** The server as the packages of a version have it for this machine; empty where it was not installed. */
    static Optional<Path> tursodb(String packages) {
        return installed(packages + platform() + (WINDOWS ? "/tursodb.exe" : "/tursodb"));
    }

    /** As the packages are called. */
    private static String platform() {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        if (WINDOWS) {
            return "win32-" + processor + "-msvc";
        }
        return system().startsWith("mac") ? "darwin-" + processor : "linux-" + processor + "-gnu";
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** That of turso-sync, whichever module's tests these are. */
    private static Path home() {
        Path tests = Path.of(URI.create(
                Npm.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        return Stream.iterate(tests, Objects::nonNull, Path::getParent)
                .map(directory -> directory.resolve("turso-sync"))
                .filter(Files::isDirectory)
                .findFirst()
                .map(module -> module.resolve("target/npm"))
                .orElseThrow(() -> new IllegalStateException("there is no turso-sync above " + tests));
    }
}
