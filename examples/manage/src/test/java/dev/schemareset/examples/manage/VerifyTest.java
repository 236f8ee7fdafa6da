package dev.schemareset.examples.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.examples.manage.Shell.Result;
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
                                What to do: where its rows may go, reset it with apply; where they must stay, change it with a migration tool, or change the models.
                                """, ""));
    }

    @Test
    void failsForADatabaseThatIsNotThereAndDoesNotCreateIt() {
        assertThat(shell.run("", "verify")).isEqualTo(new Result(1, """
                                The database DIR/app.db is not there.
                                What to do: apply(Confirm.YES) creates it.
                                Here: apply(Confirm.YES) is the command apply-migration.
                                """, ""));
        assertThat(directory).isEmptyDirectory();
    }
}
