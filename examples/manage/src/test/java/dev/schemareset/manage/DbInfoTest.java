package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DbInfoTest {

    private final Path directory;
    private final Shell shell;

    DbInfoTest(@TempDir Path directory) {
        this.directory = directory;
        shell = new Shell(directory);
    }

    @Test
    void showsADatabaseThatIsNotThereAndDoesNotCreateIt() {
        assertThat(shell.run("", "db-info")).isEqualTo(new Result(0, """
                                Database    DIR/app.db
                                Size        does not exist yet: the command apply-migration creates it
                                Models      2 tables, 1 index from dev.schemareset.manage.model
                                Schema      differs from the models
                                    table teams is missing
                                    table users is missing
                                    index users_name_created_at_idx is missing
                                Sync        none: this database is local only
                                """, ""));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void showsTheTablesWithTheirRows() {
        shell.fillDatabase();

        Result result = shell.run("", "db-info");

        assertThat(result.out()).isEqualTo("""
                        Database    DIR/app.db
                        Size        28,672 bytes
                        SQLite      VERSION, journal mode wal
                        Models      2 tables, 1 index from dev.schemareset.manage.model
                        Schema      agrees with the models
                        Stamp       reset 1, at TIME by SchemaReset VERSION, from models in dev.schemareset.manage.model
                        Sync        none: this database is local only

                        Table        Rows
                        teams           1
                        users           2
                        """);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }
}
