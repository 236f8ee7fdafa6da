package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
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
               1   A check found something: verify or verify-sync a difference, test-auth
                     an obstacle.
               2   Wrong usage; nothing was done.
               3   Refused, and nothing was changed: a person must decide, e.g. confirm, or
                     correct the models.
               4   Failed: e.g. the database is busy, the server unreachable, the disk
                     full; or a bug. The message says in what state the data is.
            """;

    private final Shell shell;

    ManageTest(@TempDir Path directory) {
        shell = new Shell(directory);
    }

    @Test
    void showsItsUsageWhenNoCommandIsGiven() {
        Result result = shell.runAsTyped("");

        assertThat(result.err()).startsWith("A command is missing.\nUsage: manage [-hV] [--database=FILE] ");
        assertThat(result.err())
                .contains(
                        "  help  ",
                        "  generate-migration  ",
                        "  apply-migration  ",
                        "  undo-migration  ",
                        "  backups  ",
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
                        "  unprotect  ",
                        "  generate-completion  ");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void tellsItsExitCodes() {
        Result result = shell.runAsTyped("", "--help");

        assertThat(result.out()).startsWith("Usage: manage [-hV] ").endsWith(EXIT_CODES);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generate-migration",
                "apply-migration",
                "undo-migration",
                "backups",
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
    void helpIsAWordToo() {
        assertThat(shell.runAsTyped("", "help")).isEqualTo(shell.runAsTyped("", "--help"));
        assertThat(shell.runAsTyped("", "help", "apply-migration"))
                .isEqualTo(shell.runAsTyped("", "apply-migration", "--help"));
        assertThat(shell.runAsTyped("", "help", "migrate")).isEqualTo(new Result(2, "", """
                        Unknown subcommand 'migrate'.
                        Run manage help to see the commands.
                        """));
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
                        Shows what would be dropped, and asks if there is anything to drop.
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply-migration", "undo-migration", "backups", "sync", "push", "pull"})
    void tellsWhereTheBackupsAre(String command) {
        assertThat(shell.runAsTyped("", command, "--help").out().replaceAll("\\s+", " "))
                .contains(" --backups=DIR Where the backups are, for all commands alike. Default: beside the database, "
                        + "and nowhere if that is in the system's temporary directory. ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply-migration", "undo-migration"})
    void refusesToKeepNoBackup(String command) {
        assertThat(shell.run("", command, "--keep", "0"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "keep must be at least 1, and is 0; the option --no-backup keeps none.\n" + helpFor(command)));
        assertThat(shell.runAsTyped("", command, "--models", Shell.MODELS, "--keep", "2"))
                .isEqualTo(new Result(2, "", "--keep needs --backups=DIR beside it.\n" + helpFor(command)));
    }

    @Test
    void tellsItsVersion() {
        Result result = shell.runAsTyped("", "--version");

        assertThat(result.out()).matches("manage \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
        assertThat(result.exitCode()).isZero();
    }

    private static String helpFor(String command) {
        return "Run manage help " + command + " to see how it is used.\n";
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        assertThat(shell.runAsTyped("", "db-info", "--bogus"))
                .isEqualTo(new Result(2, "", "Unknown option: '--bogus'.\n" + helpFor("db-info")));
        assertThat(shell.runAsTyped("", "db-info", "--databse=x.db"))
                .isEqualTo(new Result(
                        2, "", "Unknown option: '--databse=x.db'. Did you mean --database?\n" + helpFor("db-info")));
    }

    @Test
    void refusesACommandItDoesNotKnow() {
        assertThat(shell.runAsTyped("", "aply-migration")).isEqualTo(new Result(2, "", """
                        Unknown command: 'aply-migration'. Did you mean apply-migration or undo-migration or generate-migration?
                        Run manage help to see the commands.
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"db-info", "apply-migration", "sync", "unprotect"})
    void refusesToGuessTheModels(String command) {
        assertThat(shell.runAsTyped("", command)).isEqualTo(new Result(2, "", """
                        It is not said which package holds the models.
                        Say it with --models, e.g. --models app.models.
                        """));
    }

    @Test
    void takesTheModelsOfSeveralPackages() {
        String packages = Shell.MODELS + ",dev.schemareset.manage.changed.before";

        assertThat(shell.run("", "db-info", "--models", packages).out())
                .contains(
                        "\nModels      3 tables, 1 index from dev.schemareset.manage.model, dev.schemareset.manage.changed.before\n");
    }

    @Test
    void takesOptionsBeforeTheCommandToo() {
        String database = shell.database().toString();
        assertThat(shell.runAsTyped("", "--models", Shell.MODELS, "--database", database, "--remote", "", "db-info"))
                .isEqualTo(shell.run("", "db-info"));
        assertThat(shell.runAsTyped("", "--remote", "ftp://nowhere", "test-auth")
                        .out())
                .startsWith("Turso (a URL that cannot be used) cannot be used\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate-migration", "apply-migration", "db-info", "verify"})
    void explainsADatabaseThatIsADirectory(String command) throws IOException {
        Files.createDirectory(shell.database());

        assertThat(shell.run("", command)).isEqualTo(new Result(4, "", """
                                Cannot read the database DIR/app.db: it is a directory.
                                Your data: nothing was changed.
                                What to do: pass the path of a file, e.g. DIR/app.db/local.db.
                                """));
    }

    @Test
    void explainsEveryMistakeInTheModels() {
        assertThat(shell.run("", "apply-migration", "--models", "dev.schemareset.manage.broken"))
                .isEqualTo(new Result(3, "", """
                                The models have 2 problems.
                                - dev.schemareset.manage.broken.Thing.count: @Default("many") is no value of int.
                                  Fix: write an integer from -2147483648 to 2147483647, or an SQL expression in parentheses.
                                - dev.schemareset.manage.broken.Thing.code: it is part of the primary key and may be null.
                                  Fix: remove @Nullable or Optional; only a single key of an integer type may be null, on insert.
                                Your data: nothing was changed; the models are checked before the database is touched.
                                What to do: correct the models and run again.
                                """));
        assertThat(shell.database()).doesNotExist();
    }

    @Test
    void explainsAPackageWithoutModels() {
        assertThat(shell.run("", "db-info", "--models", "no.such.models")).isEqualTo(new Result(3, "", """
                                The models have 1 problem.
                                - no.such.models: no model was found in it or in a sub-package. Scanned classes: 0; records without @Table: none.
                                  Fix: check the name of the package, and that its classes are on the class path or module path. Models that are only in memory, as with java First.java or JShell, are not found: name them with Manage.run in a main of your own.
                                Your data: nothing was changed; the models are checked before the database is touched.
                                What to do: correct the models and run again.
                                """));
    }
}
