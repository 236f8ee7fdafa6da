package app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.manage.Manage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The published command line, for the models of an application that only depends on it. */
class CommandsTest {

    private static final String CLASSES = Path.of("target", "classes").toAbsolutePath().toString();
    private static final Path LAUNCHER = Path.of(System.getProperty("launcher"));
    private static final String MODELS = "Models      1 table from app.models\n";

    @TempDir
    private Path directory;

    private Path database;

    /** What a process left behind. */
    private record Result(int exitCode, String out, String err) {}

    @BeforeEach
    void nameADatabase() {
        database = directory.resolve("app.db");
    }

    private Result run(Map<String, String> environment, String... command) throws Exception {
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(Files.writeString(directory.resolve("in.txt"), "").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of(
                        "CLASSPATH", "TURSO_DATABASE_URL", "SCHEMA_RESET_PROHIBITED", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LOCAL_DB_PATH", database.toString());
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Result(exitCode, Files.readString(out), Files.readString(err));
    }

    private Result java(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        Collections.addAll(command, args);
        return run(Map.of(), command.toArray(String[]::new));
    }

    private Result manage(String... args) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), Manage.class.getName()));
        Collections.addAll(command, args);
        return java(command.toArray(String[]::new));
    }

    private void makeTeams(int teams) {
        SchemaReset reset = SchemaReset.forPackage("app.models").database(database);
        reset.apply(Confirm.YES);
        reset.jdbi().useHandle(handle -> {
            for (int i = 0; i < teams; i++) {
                handle.execute("INSERT INTO teams (name) VALUES ('Blue')");
            }
        });
    }

    @Test
    void commandsWorkForModelsOnTheClassPath() throws Exception {
        Result applied = manage("--models", "app.models", "apply-migration");
        assertThat(applied.err()).isEmpty();
        assertThat(applied.out()).startsWith("Reset " + database + " in ").contains("\nCreated 1 table\n  table teams\n");
        assertThat(applied.exitCode()).isZero();

        Result info = manage("db-info", "--models", "app.models");
        assertThat(info.out()).startsWith("Database    " + database + "\n").contains(MODELS, "\nteams           0");
        assertThat(info.exitCode()).isZero();
    }

    @Test
    void exitCodeTellsWhatCame() throws Exception {
        makeTeams(1);
        SchemaReset.forPackage("app.models")
                .database(database)
                .jdbi()
                .useHandle(handle -> handle.execute("CREATE INDEX extra ON teams (name)"));

        assertThat(manage("--models", "app.models", "verify").exitCode()).isEqualTo(1);
        assertThat(manage("verify")).isEqualTo(new Result(2, "", """
                It is not said which package holds the models.
                Say it with --models, e.g. --models app.models.
                """));
        Result refused = manage("--models", "app.models", "apply-migration");
        assertThat(refused.err()).startsWith("Nobody answered. Nothing was changed.\n");
        assertThat(refused.exitCode()).isEqualTo(3);
        Result failed = manage("--models", "app.models", "--database", directory.toString(), "db-info");
        assertThat(failed.err()).startsWith("Cannot read the database " + directory + ": it is a directory.\n");
        assertThat(failed.exitCode()).isEqualTo(4);
    }

    @Test
    void applicationHasAMainOfItsOwn() throws Exception {
        makeTeams(2);
        String classPath = System.getProperty("java.class.path");

        Result info = java("-cp", classPath, Commands.class.getName(), "db-info");
        assertThat(info.err()).isEmpty();
        assertThat(info.out()).contains(MODELS, "\nteams           2");
        assertThat(info.exitCode()).isZero();
        assertThat(java("-cp", classPath, Commands.class.getName(), "db-info", "--models", "app.models"))
                .isEqualTo(new Result(2, "", """
                        Unknown options: '--models', 'app.models'.
                        Run manage help db-info to see how it is used.
                        """));
    }

    @Test
    void commandsWorkOnTheModulePath() throws Exception {
        makeTeams(3);

        Result info = java(
                "--enable-native-access=org.xerial.sqlitejdbc",
                "--module-path",
                LAUNCHER.resolve("lib").toString(),
                "-cp",
                CLASSES,
                "--module",
                "dev.schemareset.manage/dev.schemareset.manage.Manage",
                "--models",
                "app.models",
                "db-info");

        assertThat(info.err()).isEmpty();
        assertThat(info.out()).contains(MODELS, "\nteams           3");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void launcherWorksInEveryShellFromAPathWithSpacesAndThroughALink() throws Exception {
        makeTeams(4);
        Path link = Files.createDirectories(directory.resolve("my programs")).resolve("manage");
        Files.createSymbolicLink(link, Path.of("..", "my libraries", "manage", "bin", "manage"));
        copy(LAUNCHER, directory.resolve("my libraries").resolve("manage"));

        for (String shell : List.of("bash", "dash", "sh")) {
            Result info = run(
                    Map.of(), shell, link.toString(), "--class-path", CLASSES, "--models", "app.models", "db-info");
            assertThat(info.err()).as(shell).isEmpty();
            assertThat(info.out()).as(shell).contains(MODELS, "\nteams           4");
            assertThat(info.exitCode()).as(shell).isZero();
        }
        assertThat(run(Map.of(), "sh", link.toString(), "migrate").exitCode()).isEqualTo(2);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void launcherTakesTheClassPathAsJavaDoes() throws Exception {
        makeTeams(5);
        String launcher = LAUNCHER.resolve("bin").resolve("manage").toString();

        Result named = run(Map.of(), launcher, "-cp", CLASSES, "--models", "app.models", "db-info");
        assertThat(named.out()).contains(MODELS, "\nteams           5");
        assertThat(run(Map.of("CLASSPATH", "nowhere" + File.pathSeparator + CLASSES), launcher, "--models", "app.models", "db-info"))
                .isEqualTo(named);
        assertThat(run(Map.of(), launcher, "--class-path=" + CLASSES, "--models", "app.models", "db-info"))
                .isEqualTo(named);
        assertThat(run(Map.of(), launcher, "-cp")).isEqualTo(new Result(2, "", """
                -cp needs the class path of the application.
                Say it like java: -cp target/classes
                """));
    }

    /**
     * The first run writes the archive; the log of the JVM tells that the classes come from there, those of the application aside. Of
     * picocli, whose class files are of an old version, JDK 25 takes only some.
     */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void launcherStartsFromAnArchiveOfItsClasses() throws Exception {
        makeTeams(6);
        Path log = directory.resolve("classes.log");
        Path home = directory.resolve("manage");
        copy(LAUNCHER, home);
        Map<String, String> environment = Map.of("JAVA_HOME", javaThatLogs(log).toString());

        Result info = run(
                environment,
                home.resolve("bin").resolve("manage").toString(),
                "--class-path",
                CLASSES,
                "--models",
                "app.models",
                "db-info");

        assertThat(info.out()).contains(MODELS, "\nteams           6");
        assertThat(Files.readString(log))
                .contains(
                        " dev.schemareset.manage.Manage source: shared objects file",
                        " dev.schemareset.SchemaReset source: shared objects file",
                        " org.sqlite.JDBC source: shared objects file",
                        " app.models.Team source: file:" + CLASSES);
    }

    /** A JVM that logs the classes it loads where the launcher wants no log. */
    private Path javaThatLogs(Path log) throws IOException {
        Path real = Path.of(System.getProperty("java.home"));
        Path home = directory.resolve("jvm");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.copy(real.resolve("release"), home.resolve("release"));
        Files.writeString(java, """
                #!/bin/sh
                if [ "$1" = -Xlog:disable ]; then
                    shift
                    set -- "-Xlog:class+load:file=%s" "$@"
                fi
                exec "%s/bin/java" "$@"
                """.formatted(log, real));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                if (!file.toString().endsWith(".jsa")) {
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }
}
