package dev.schemareset.examples.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.examples.manage.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManageTest {

    private static final String EXIT_CODES = """

            Exit codes:
               0   Done.
               1   Refused or failed; the message says why, and in what state the data is.
                     Also when verify or verify-sync finds a difference, or test-auth an
                     obstacle.
               2   Wrong usage.
            """;

    private final Shell shell;

    ManageTest(@TempDir Path directory) {
        shell = new Shell(directory);
    }

    @Test
    void showsItsUsageWhenNoCommandIsGiven() {
        Result result = shell.runAsTyped("");

        assertThat(result.err()).startsWith("Missing required subcommand\nUsage: manage [-hV] [COMMAND]\n");
        assertThat(result.err())
                .contains(
                        "  generate-migration  ",
                        "  apply-migration  ",
                        "  undo-migration  ",
                        "  db-info  ",
                        "  test-auth  ",
                        "  sync  ",
                        "  push  ",
                        "  pull  ",
                        "  sync-status  ",
                        "  resolve-conflict  ",
                        "  verify-sync  ",
                        "  verify  ",
                        "  protect  ",
                        "  unprotect  ");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void tellsItsExitCodes() {
        Result result = shell.runAsTyped("", "--help");

        assertThat(result.out()).startsWith("Usage: manage [-hV] [COMMAND]\n").endsWith(EXIT_CODES);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generate-migration",
                "apply-migration",
                "undo-migration",
                "db-info",
                "sync",
                "push",
                "pull",
                "sync-status",
                "resolve-conflict",
                "verify-sync",
                "verify",
                "protect",
                "unprotect"
            })
    void tellsTheOptionsAndExitCodesOfEveryCommand(String command) {
        Result result = shell.runAsTyped("", command, "--help");

        assertThat(result.out())
                .startsWith("Usage: manage " + command + " ")
                .contains("--database=FILE", "--models=PACKAGE", "LOCAL_DB_PATH")
                .endsWith(EXIT_CODES);
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void tellsTheOptionsAndExitCodesOfTestAuthWhichNeedsNoLocalDatabase() {
        Result result = shell.runAsTyped("", "test-auth", "--help");

        assertThat(result.out())
                .startsWith("Usage: manage test-auth ")
                .contains("--remote=URL", "TURSO_DATABASE_URL", "TURSO_AUTH_TOKEN")
                .doesNotContain("--database", "--models")
                .endsWith(EXIT_CODES);
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void tellsWhenItAsks() {
        assertThat(shell.runAsTyped("", "apply-migration", "--help").out()).contains("""
                        Shows what would be dropped and asks first; where there is nothing to drop, it
                        does not ask.
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply-migration", "undo-migration"})
    void tellsWhereTheBackupsAre(String command) {
        String help = shell.runAsTyped("", command, "--help").out();
        assertThat(help.replaceAll("\\s+", " ")).contains(" [--backups=DIR [--keep=N]] Drops ");
        assertThat(help).contains("""
                              --backups=DIR      Where the backups are, for apply-migration and
                                                   undo-migration alike. Default: beside the database,
                                                   and nowhere if that is in the system's temporary
                                                   directory.
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply-migration", "undo-migration"})
    void refusesToKeepNoBackup(String command) {
        Result none = shell.run("", command, "--keep", "0");
        assertThat(none.err())
                .startsWith("keep must be at least 1, and is 0; withoutBackup() keeps none\nUsage: manage " + command);
        assertThat(none.exitCode()).isEqualTo(2);

        Result nowhere = shell.runAsTyped("", command, "--keep", "2");
        assertThat(nowhere.err()).startsWith("Error: Missing required argument(s): --backups=DIR\n");
        assertThat(nowhere.exitCode()).isEqualTo(2);
    }

    @Test
    void tellsItsVersion() {
        Result result = shell.runAsTyped("", "--version");

        assertThat(result.out()).matches("manage \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        Result result = shell.runAsTyped("", "db-info", "--bogus");

        assertThat(result.err()).startsWith("Unknown option: '--bogus'\nUsage: manage db-info ");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void refusesACommandItDoesNotKnow() {
        Result result = shell.runAsTyped("", "migrate");

        assertThat(result.err()).startsWith("Unmatched argument at index 0: 'migrate'\n");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate-migration", "apply-migration", "db-info", "verify"})
    void explainsADatabaseThatIsADirectory(String command) throws IOException {
        Files.createDirectory(shell.database());

        assertThat(shell.run("", command)).isEqualTo(new Result(1, "", """
                                Cannot read the database DIR/app.db: it is a directory.
                                Your data: nothing was changed.
                                What to do: pass the path of a file, e.g. DIR/app.db/local.db.
                                """));
    }

    @Test
    void explainsEveryMistakeInTheModels() {
        assertThat(shell.run("", "apply-migration", "--models", "dev.schemareset.examples.manage.broken"))
                .isEqualTo(new Result(1, "", """
                                The models have 2 problems.
                                - dev.schemareset.examples.manage.broken.Thing.count: @Default("many") is no value of int.
                                  Fix: write an integer from -2147483648 to 2147483647, or an SQL expression in parentheses.
                                - dev.schemareset.examples.manage.broken.Thing.code: it is part of the primary key and may be null.
                                  Fix: remove @Nullable or Optional; only a single key of an integer type may be null, on insert.
                                Your data: nothing was changed; the models are checked before the database is touched.
                                What to do: correct the models and run again.
                                """));
        assertThat(shell.database()).doesNotExist();
    }

    @Test
    void explainsAPackageWithoutModels() {
        assertThat(shell.run("", "db-info", "--models", "no.such.models")).isEqualTo(new Result(1, "", """
                                The models have 1 problem.
                                - no.such.models: no model was found here or in a sub-package. Scanned classes: 0; records without @Table: none.
                                  Fix: check the name of the package, and that its classes are on the class path or module path. Models that are only in memory, as with java First.java or JShell, are not found: name them with forModels(...).
                                Your data: nothing was changed; the models are checked before the database is touched.
                                What to do: correct the models and run again.
                                """));
    }
}
