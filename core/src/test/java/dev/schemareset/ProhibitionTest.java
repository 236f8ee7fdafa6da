package dev.schemareset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.error.ProtectedDatabaseException;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What forbids every reset in a process, in processes of their own, because none can take it back. */
class ProhibitionTest {

    private static final String REFUSED = """
            Cannot %s the database %s: %s
            Your data: nothing was changed.
            What to do: %s
            """;

    @TempDir
    private Path directory;

    private Path database;

    /** Tries a reset and the undo of one, after forbidding it for each reason that it is given. */
    public static final class Try {
        public static void main(String[] arguments) {
            SchemaReset reset = shop(Path.of(arguments[0]));
            Undo undo = reset.undo().orElseThrow();
            Stream.of(arguments).skip(1).forEach(SchemaReset::prohibit);
            for (Confirm confirm : Confirm.values()) {
                attempt(() -> reset.apply(confirm));
                attempt(() -> undo.restore(confirm));
            }
        }

        private static void attempt(Runnable drop) {
            try {
                drop.run();
                System.out.println("done");
            } catch (ProtectedDatabaseException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static SchemaReset shop(Path database) {
        return SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .backups(database.resolveSibling("backups"), 1);
    }

    @BeforeEach
    void databaseWithABackup() {
        database = directory.resolve("local.db");
        shop(database).apply(Confirm.YES);
        Sqlite.execute(database, "INSERT INTO makers(name) VALUES ('Acme')");
        shop(database).apply(Confirm.YES);
    }

    @Test
    void programForbidsIt() throws Exception {
        assertRefused(
                "SchemaReset.prohibit(\"production\") forbids it in this process.",
                "if this is intended, do it in another process; this one cannot allow it again.",
                "",
                "production",
                "a later reason");
    }

    @Test
    void environmentForbidsIt() throws Exception {
        assertRefused(
                "the environment variable SCHEMA_RESET_PROHIBITED forbids it in this process: \"false\".",
                "if this is intended, start the process without the variable.",
                "false");
    }

    @Test
    void blankVariableForbidsNothing() throws Exception {
        assertThat(run(" ")).startsWith("done\ndone\n");
    }

    private void assertRefused(String why, String remedy, String variable, String... reasons) throws Exception {
        byte[] before = Files.readAllBytes(database);

        String output = run(variable, reasons);

        String both =
                REFUSED.formatted("reset", database, why, remedy) + REFUSED.formatted("restore", database, why, remedy);
        assertThat(output).isEqualTo(both.repeat(Confirm.values().length));
        assertThat(database).hasBinaryContent(before);
    }

    private String run(String variable, String... reasons) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Try.class.getName(),
                                database.toString()),
                        Stream.of(reasons))
                .toList();
        ProcessBuilder java = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        java.environment().put("SCHEMA_RESET_PROHIBITED", variable);
        Process process = java.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
