package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyTest {

    private final Path directory;
    private final Shell shell;

    VerifyTest(@TempDir Path directory) {
        this.directory = directory;
        shell = new Shell(directory);
    }

    @Test
    void isContentWithADatabaseThatAgrees() {
        shell.fillDatabase();

        assertThat(shell.run("", "verify"))
                .isEqualTo(new Result(0, "The database DIR/app.db agrees with the models.\n", ""));
    }

    @Test
    void tellsTheDifferencesAndFails() {
        shell.fillDatabase();
        shell.reset().jdbi().useHandle(handle -> handle.execute("CREATE INDEX extra ON users (phone)"));

        assertThat(shell.run("", "verify")).isEqualTo(new Result(1, """
                                The database DIR/app.db differs from the models in 1 place.
                                - index extra is not in the models
                                    is:        CREATE INDEX extra ON users (phone)
                                What to do: if its rows may be lost, reset it with the command apply-migration; if they must stay, change it with a migration tool, or change the models.
                                """, ""));
    }

    @Test
    void failsForADatabaseThatIsNotThereAndDoesNotCreateIt() {
        assertThat(shell.run("", "verify")).isEqualTo(new Result(1, """
                                The database DIR/app.db does not exist.
                                What to do: the command apply-migration creates it.
                                """, ""));
        assertThat(directory).isEmptyDirectory();
    }
}
