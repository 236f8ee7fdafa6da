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

final class ApplyMigrationTest {

    private static final String QUESTION = """
            This drops everything in DIR/app.db: 2 tables (3 rows), 1 index
              table teams (1 row)
              table users (2 rows)
              index users_name_created_at_idx
            Type yes to go on:\s""";

    private static final String FOREIGN_QUESTION = """
            This drops everything in DIR/app.db: 1 table (2 rows)
              table customers (2 rows)
            Check that this is the database you mean: SchemaReset did not make it.
            Type app.db to go on:\s""";

    private static final String FROM_NOTHING = """
            Reset DIR/app.db in TIME
            Dropped nothing
            Created 2 tables, 1 index
              table teams
              table users
              index users_name_created_at_idx
            Backup none: no row is dropped
            Schema %s
            """;

    private final Shell shell;

    ApplyMigrationTest(@TempDir Path directory) {
        shell = new Shell(directory);
    }

    @Test
    void createsADatabaseThatIsNotThereWithoutAQuestion() {
        Result result = shell.run("", "apply-migration");

        assertThat(result).isEqualTo(new Result(0, FROM_NOTHING.formatted(fingerprint()), ""));
        shell.reset().verify().assertInSync();
    }

    @Test
    void fillsAnEmptyDatabaseWithoutAQuestion() throws IOException {
        Files.createFile(shell.database());

        assertThat(shell.run("", "apply-migration"))
                .isEqualTo(new Result(0, FROM_NOTHING.formatted(fingerprint()), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes\n", "yes", " YES \r\n"})
    void showsWhatGoesAndDropsItWhenTheAnswerIsYes(String answer) {
        shell.fillDatabase();

        Result result = shell.run(answer, "apply-migration");

        assertThat(result.out())
                .startsWith(QUESTION + "Reset DIR/app.db in TIME\nDropped 2 tables (3 rows), 1 index\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(shell.rows("users")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no\n", "\n", "y\n", "yes please\n", "no\nyes\n"})
    void changesNothingWhenTheAnswerIsAnythingElse(String answer) throws IOException {
        shell.fillDatabase();
        byte[] before = Files.readAllBytes(shell.database());

        Result result = shell.run(answer, "apply-migration");

        assertThat(result).isEqualTo(new Result(3, QUESTION, "The answer was not yes. Nothing was changed.\n"));
        assertThat(shell.database()).hasBinaryContent(before);
    }

    @Test
    void refusesWhenThereIsNobodyToAnswer() throws IOException {
        shell.fillDatabase();
        byte[] before = Files.readAllBytes(shell.database());

        Result result = shell.run("", "apply-migration");

        assertThat(result).isEqualTo(new Result(3, QUESTION + "\n", """
                                Nobody answered. Nothing was changed.
                                In a script, pass --yes to drop without asking.
                                """));
        assertThat(shell.database()).hasBinaryContent(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--yes", "-y"})
    void dropsWithoutAQuestionWhenToldSo(String option) {
        shell.fillDatabase();

        Result result = shell.run("no\n", "apply-migration", option);

        assertThat(result.out()).startsWith("""
                        Reset DIR/app.db in TIME
                        Dropped 2 tables (3 rows), 1 index
                          table teams (1 row)
                          table users (2 rows)
                          index users_name_created_at_idx
                        Created 2 tables, 1 index
                        """);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(shell.rows("users")).isZero();
    }

    @Test
    void asksBeforeAnEmptyTableGoes() {
        shell.run("", "apply-migration");

        Result result = shell.run("no\n", "apply-migration");

        assertThat(result).isEqualTo(new Result(3, """
                        This drops everything in DIR/app.db: 2 tables (0 rows), 1 index
                          table teams (0 rows)
                          table users (0 rows)
                          index users_name_created_at_idx
                        Type yes to go on:\s""", "The answer was not yes. Nothing was changed.\n"));
    }

    @Test
    void tellsTheBackupAndTheWayBack() {
        shell.fillDatabase();

        Result result = shell.run("", "apply-migration", "--yes");

        assertThat(result.out())
                .contains("\nBackup DIR/backups/app.db.TIME.backup\n")
                .endsWith("\nSchema " + fingerprint()
                        + "\nUndo it with undo-migration and the same --database and --backups.\n");
    }

    @Test
    void takesNoBackupWhenToldSo() {
        shell.fillDatabase();

        Result result = shell.run("", "apply-migration", "--yes", "--no-backup");

        assertThat(result.out())
                .contains(
                        "\nBackup none, and the dropped rows are gone for good: the option --no-backup asks for none\n")
                .endsWith("\nSchema " + fingerprint() + "\n");
        assertThat(result.exitCode()).isZero();
        assertThat(shell.backups()).doesNotExist();
    }

    @Test
    void tellsBeforeItAsksThatThereWillBeNoBackup() {
        shell.fillDatabase();

        Result result = shell.run("no\n", "apply-migration", "--no-backup");

        assertThat(result.out())
                .contains(
                        "\nNo backup is taken of the local database: the option --no-backup asks for none.\nType yes to go on: ");
    }

    @Test
    void keepsAsManyBackupsAsToldTo() {
        shell.run("", "apply-migration");
        for (int i = 0; i < 3; i++) {
            shell.reset().jdbi().useHandle(handle -> handle.execute("INSERT INTO teams (name) VALUES ('Blue')"));
            shell.run("", "apply-migration", "--yes", "--keep", "2");
        }

        assertThat(shell.backups().toFile().list((directory, name) -> name.endsWith(".backup")))
                .hasSize(2);
    }

    @Test
    void asksForTheNameOfADatabaseThatSomebodyElseMade() {
        shell.makeForeignDatabase();

        Result result = shell.run("app.db\n", "apply-migration");

        assertThat(result.out()).startsWith(FOREIGN_QUESTION + "Reset DIR/app.db in TIME\nDropped 1 table (2 rows)\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        shell.reset().verify().assertInSync();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes\n", "app\n", "\n"})
    void dropsNoTableOfSomebodyElseForAnyOtherAnswer(String answer) throws IOException {
        shell.makeForeignDatabase();
        byte[] before = Files.readAllBytes(shell.database());

        Result result = shell.run(answer, "apply-migration");

        assertThat(result)
                .isEqualTo(new Result(3, FOREIGN_QUESTION, "The answer was not app.db. Nothing was changed.\n"));
        assertThat(shell.database()).hasBinaryContent(before);
    }

    @Test
    void asksAlsoWhenTablesOfSomebodyElseMayGo() throws IOException {
        shell.makeForeignDatabase();
        byte[] before = Files.readAllBytes(shell.database());

        Result result = shell.run("", "apply-migration", "--drop-foreign-tables");

        assertThat(result).isEqualTo(new Result(3, FOREIGN_QUESTION + "\n", """
                                Nobody answered. Nothing was changed.
                                In a script, pass --yes --drop-foreign-tables to drop without asking.
                                """));
        assertThat(shell.database()).hasBinaryContent(before);
    }

    @Test
    void dropsNoTableOfSomebodyElseWithoutAQuestion() throws IOException {
        shell.makeForeignDatabase();
        byte[] before = Files.readAllBytes(shell.database());

        Result result = shell.run("app.db\n", "apply-migration", "--yes");

        assertThat(result).isEqualTo(new Result(3, "", """
                                Cannot reset the database DIR/app.db: SchemaReset did not make it. It holds 1 table (2 rows).
                                  table customers (2 rows)
                                Your data: nothing was changed.
                                What to do: check that this is the database you mean. If all of this may be dropped, run the command apply-migration --yes --drop-foreign-tables.
                                """));
        assertThat(shell.database()).hasBinaryContent(before);
    }

    @Test
    void dropsTablesOfSomebodyElseWithoutAQuestionWhenToldSo() {
        shell.makeForeignDatabase();

        Result result = shell.run("", "apply-migration", "--yes", "--drop-foreign-tables");

        assertThat(result.out()).startsWith("Reset DIR/app.db in TIME\nDropped 1 table (2 rows)\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        shell.reset().verify().assertInSync();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-backup", "--drop-foreign-tables"})
    void asksNothingWhenTheDatabaseIsProtected(String option) throws IOException {
        shell.fillDatabase();
        shell.run("", "protect", "real customers");
        byte[] before = Files.readAllBytes(shell.database());

        Result result = shell.run("yes\n", "apply-migration", option);

        assertThat(result).isEqualTo(new Result(3, "", """
                                The database is protected since TIME: "real customers". Nothing was changed.
                                The command unprotect removes the lock.
                                """));
        assertThat(shell.database()).hasBinaryContent(before);
    }

    @Test
    void dropsNothingWhenTheDatabaseIsProtected() throws IOException {
        shell.fillDatabase();
        shell.run("", "protect", "real customers");
        byte[] before = Files.readAllBytes(shell.database());

        Result result = shell.run("", "apply-migration", "--yes", "--drop-foreign-tables");

        assertThat(result).isEqualTo(new Result(3, "", """
                                Cannot reset the database DIR/app.db: it is protected since TIME: "real customers".
                                Your data: nothing was changed.
                                What to do: run the command unprotect if it may be dropped.
                                """));
        assertThat(shell.database()).hasBinaryContent(before);
    }

    private String fingerprint() {
        return shell.reset().plan().fingerprint();
    }
}
