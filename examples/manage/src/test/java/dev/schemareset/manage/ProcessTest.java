package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: its environment, its standard input and its exit code. */
final class ProcessTest {

    private final Path directory;
    private final Shell shell;
    private final ManageProcess process;

    ProcessTest(@TempDir Path directory) {
        this.directory = directory;
        shell = new Shell(directory);
        process = new ManageProcess(directory, shell);
    }

    @Test
    @Timeout(900)
    void takesTheDatabaseFromTheEnvironmentAndReturnsItsExitCode() throws Exception {
        shell.fillDatabase();
        byte[] before = Files.readAllBytes(shell.database());

        Result refused = process.run("", Map.of(), "apply-migration");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out())
                .startsWith("This drops everything in DIR/app.db: 2 tables (3 rows), 1 index\n")
                .endsWith("Type yes to go on: \n");
        assertThat(refused.err()).isEqualTo("""
                        Nobody answered. Nothing was changed.
                        In a script, pass --yes to drop without asking.
                        """);
        assertThat(shell.database()).hasBinaryContent(before);

        Result confirmed = process.run("yes\n", Map.of(), "apply-migration");
        assertThat(confirmed.err()).isEmpty();
        assertThat(confirmed.out()).contains("Dropped 2 tables (3 rows), 1 index\n");
        assertThat(confirmed.exitCode()).isZero();

        assertThat(process.run("", Map.of(), "--bogus").exitCode()).isEqualTo(2);
        assertThat(directory.resolve("local.db")).doesNotExist();
    }

    @Test
    @Timeout(900)
    void asksNothingWhereEveryResetIsProhibited() throws Exception {
        shell.fillDatabase();
        byte[] before = Files.readAllBytes(shell.database());

        Result refused = process.run("yes\n", Map.of("SCHEMA_RESET_PROHIBITED", "production"), "apply-migration");

        assertThat(refused).isEqualTo(new Result(3, "", """
                        Cannot reset the database DIR/app.db (from LOCAL_DB_PATH): the environment variable SCHEMA_RESET_PROHIBITED forbids it in this process: "production".
                        Your data: nothing was changed.
                        What to do: if this is intended, start the process without the variable.
                        """));
        assertThat(shell.database()).hasBinaryContent(before);
    }
}
