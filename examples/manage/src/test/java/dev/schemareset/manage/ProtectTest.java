package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProtectTest {

    private final Path directory;
    private final Shell shell;

    ProtectTest(@TempDir Path directory) {
        this.directory = directory;
        shell = new Shell(directory);
    }

    @Test
    void locksTheDatabaseUntilItIsUnprotected() {
        shell.fillDatabase();

        assertThat(shell.run("", "protect", "real customers"))
                .isEqualTo(new Result(0, "The database is protected: nothing resets it until unprotect.\n", ""));
        assertThat(shell.run("", "db-info").out()).contains("\nProtected   since TIME: \"real customers\"\n");
        assertThat(shell.run("", "apply-migration", "--yes").exitCode()).isEqualTo(3);

        assertThat(shell.run("", "unprotect")).isEqualTo(new Result(0, "The database is not protected.\n", ""));
        assertThat(shell.run("", "db-info").out()).doesNotContain("Protected");
        assertThat(shell.run("", "apply-migration", "--yes").exitCode()).isZero();
    }

    @Test
    void unprotectsADatabaseThatIsNotProtected() {
        shell.fillDatabase();

        assertThat(shell.run("", "unprotect")).isEqualTo(new Result(0, "The database is not protected.\n", ""));
    }

    @Test
    void asksForAReason() {
        shell.fillDatabase();

        assertThat(shell.run("", "protect")).isEqualTo(new Result(2, "", """
                        Missing required parameter: 'REASON'
                        Run manage help protect to see how it is used.
                        """));
        assertThat(shell.run("", "protect", " ")).isEqualTo(new Result(2, "", """
                        a reason must say something, without NUL characters.
                        Run manage help protect to see how it is used.
                        """));
        assertThat(shell.reset().info().database().inventory().protection()).isEmpty();
    }

    @Test
    void explainsADatabaseThatIsNotThere() {
        assertThat(shell.run("", "protect", "real customers")).isEqualTo(new Result(4, "", """
                                Cannot protect the database DIR/app.db: it does not exist.
                                Your data: nothing was changed.
                                What to do: create it with the command apply-migration, or check the path.
                                """));
        assertThat(directory).isEmptyDirectory();
    }
}
