package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerateMigrationTest {

    private static final String CREATES = """
            It creates 2 tables, 1 index
              table teams
              table users
              index users_name_created_at_idx
            Nothing is changed yet: apply-migration does it.
            """;

    private final Shell shell;

    GenerateMigrationTest(@TempDir Path directory) {
        shell = new Shell(directory);
    }

    @Test
    void writesTheSqlAndCreatesNoDatabase() throws IOException {
        Result result = shell.run("", "generate-migration");

        Path file = onlyMigration();
        assertThat(result)
                .isEqualTo(new Result(0, "Wrote DIR/sql/" + file.getFileName() + "\nIt drops nothing\n" + CREATES, ""));
        assertThat(file.getFileName().toString()).matches("\\d{8}T\\d{6}Z_schema_reset\\.sql");
        assertThat(file).hasContent(shell.reset().plan().sql());
        assertThat(shell.database()).doesNotExist();
    }

    @Test
    void showsWhatWouldBeDroppedAndLeavesTheDatabaseAsItIs() throws IOException {
        shell.fillDatabase();
        byte[] before = Files.readAllBytes(shell.database());

        Result result = shell.run("", "generate-migration");

        String drops = """
                It drops 2 tables (3 rows), 1 index
                  table teams (1 row)
                  table users (2 rows)
                  index users_name_created_at_idx
                """;
        assertThat(result)
                .isEqualTo(
                        new Result(0, "Wrote DIR/sql/" + onlyMigration().getFileName() + "\n" + drops + CREATES, ""));
        assertThat(shell.database()).hasBinaryContent(before);
    }

    @Test
    void advisesAgainstAModelThatIsNotPublic() {
        assertThat(shell.run("", "generate-migration", "--models", "dev.schemareset.manage.hidden")
                        .out())
                .endsWith("""
                        It creates 1 table
                          table team
                        Advice dev.schemareset.manage.hidden.Team: it is not public, and Jdbi's bindMethods says \
                        "Missing named parameter" for :id.
                          Fix: make it public, or bind each value with bind(...).
                        Nothing is changed yet: apply-migration does it.
                        """);
    }

    @Test
    void saysSoWhenTheFileCannotBeWritten() throws IOException {
        Files.writeString(shell.migrations(), "a file where the directory should be");

        assertThat(shell.run("", "generate-migration")).isEqualTo(new Result(4, "", """
                                Cannot write a migration file into DIR/sql: it is not a directory.
                                Your data: the database was only read; no migration file was overwritten.
                                What to do: check the directory and its permissions, or choose another with the option --migrations.
                                """));
    }

    private Path onlyMigration() throws IOException {
        try (Stream<Path> files = Files.list(shell.migrations())) {
            List<Path> found = files.toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
