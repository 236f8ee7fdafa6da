package dev.schemareset.examples.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.examples.manage.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
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

    private static final String FROM_NOTHING = """
            Reset DIR/app.db in TIME
            Dropped nothing
            Created 2 tables, 1 index
              table teams
              table users
              index users_name_created_at_idx
            Steps
              check the models: TIME
              lock the database: TIME
              read what is there: TIME
              plan: TIME
              drop: TIME
              create: TIME
              prove: TIME
              commit: TIME
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
        reset().verify().assertInSync();
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
        assertThat(users()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no\n", "\n", "y\n", "yes please\n", "no\nyes\n"})
    void changesNothingWhenTheAnswerIsAnythingElse(String answer) throws IOException {
        shell.fillDatabase();
        byte[] before = Files.readAllBytes(shell.database());

        Result result = shell.run(answer, "apply-migration");

        assertThat(result).isEqualTo(new Result(1, QUESTION, "The answer was not yes. Nothing was changed.\n"));
        assertThat(shell.database()).hasBinaryContent(before);
    }

    @Test
    void refusesWhenThereIsNobodyToAnswer() throws IOException {
        shell.fillDatabase();
        byte[] before = Files.readAllBytes(shell.database());

        Result result = shell.run("", "apply-migration");

        assertThat(result).isEqualTo(new Result(1, QUESTION + "\n", """
                                There was nobody to answer. Nothing was changed.
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
        assertThat(users()).isZero();
    }

    @Test
    void asksBeforeAnEmptyTableGoes() {
        Jdbi.create("jdbc:sqlite:" + shell.database()).useHandle(h -> h.execute("CREATE TABLE kept (id INTEGER)"));

        Result result = shell.run("no\n", "apply-migration");

        assertThat(result.out()).isEqualTo("""
                        This drops everything in DIR/app.db: 1 table (0 rows)
                          table kept (0 rows)
                        Type yes to go on:\s""");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    private SchemaReset reset() {
        return SchemaReset.forPackage("dev.schemareset.examples.manage.model").database(shell.database());
    }

    private String fingerprint() {
        return reset().plan().fingerprint();
    }

    private int users() {
        return reset().jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM users")
                        .mapTo(int.class)
                        .one());
    }
}
