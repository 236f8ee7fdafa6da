package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Undo;
import dev.schemareset.manage.Shell.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which backups there are to choose from, and that each comes back. */
final class BackupsTest {

    private final Shell shell;

    BackupsTest(@TempDir Path directory) {
        shell = new Shell(directory);
    }

    @BeforeEach
    void backUpOneTeamThenTwo() {
        shell.fillDatabase();
        shell.run("", "apply-migration", "--yes", "--keep", "2");
        shell.execute("INSERT INTO teams (name) VALUES ('Red'), ('Green')");
        shell.run("", "apply-migration", "--yes", "--keep", "2");
    }

    private List<Undo> history() {
        return shell.reset().backups(shell.backups(), 2).history();
    }

    @Test
    void areListedTheNewestFirst() {
        assertThat(shell.run("", "backups")).isEqualTo(new Result(0, """
                        1  TIME  28,672 bytes  2 tables (2 rows), 1 index
                           DIR/backups/app.db.TIME.backup
                        2  TIME  28,672 bytes  2 tables (3 rows), 1 index
                           DIR/backups/app.db.TIME.backup
                        """, ""));
    }

    @Test
    void areListedWhileAModelIsBroken() {
        assertThat(shell.run("", "backups", "--models", "dev.schemareset.manage.broken"))
                .isEqualTo(shell.run("", "backups"));
    }

    @Test
    void areNoneBeforeAResetDropsARow(@TempDir Path elsewhere) {
        assertThat(new Shell(elsewhere).run("", "backups")).isEqualTo(new Result(0, "There is no backup.\n", ""));
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void areListedAlsoWhereOneCannotBeRead() throws Exception {
        Files.writeString(history().get(0).backup().file(), "no database any more, and not empty either");

        assertThat(shell.run("", "backups").out())
                .startsWith("1  TIME  42 bytes  Cannot read the database DIR/backups/app.db.TIME.backup: ")
                .contains("\n2  TIME  28,672 bytes  2 tables (3 rows), 1 index\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "name", "path"})
    void anyOfThemComesBack(String how) {
        Path file = history().get(1).backup().file();
        String chosen = switch (how) {
            case "name" -> file.getFileName().toString();
            case "path" -> file.toString();
            default -> how;
        };

        Result result = shell.run("yes\n", "undo-migration", "--backup", chosen);

        assertThat(result.out())
                .startsWith("The backup is DIR/backups/app.db.TIME.backup\nThis drops everything in DIR/app.db: ")
                .contains("\nRestored 2 tables (3 rows), 1 index\n");
        assertThat(result.exitCode()).isZero();
        assertThat(shell.rows("users")).isEqualTo(2);
    }

    @Test
    void newestComesBackUnlessAnotherIsChosen() {
        assertThat(shell.run("", "undo-migration", "--yes").exitCode()).isZero();

        assertThat(shell.rows("teams")).isEqualTo(2);
        assertThat(shell.rows("users")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "999999999", "12345678901234567890", "app.db", "no/such.backup"})
    void noOtherOneComesBack(String chosen) throws Exception {
        byte[] before = Files.readAllBytes(shell.database());

        assertThat(shell.run("", "undo-migration", "--yes", "--backup", chosen))
                .isEqualTo(new Result(
                        3,
                        "",
                        "There is no backup " + chosen
                                + ". Nothing was changed.\nThe command backups lists the backups.\n"));
        assertThat(shell.database()).hasBinaryContent(before);
    }
}
