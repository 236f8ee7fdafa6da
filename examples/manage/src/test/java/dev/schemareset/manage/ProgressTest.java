package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far long work has come. */
final class ProgressTest extends OnBothSides {

    private static final String PUSHED = """
            Synced DIR/app.db with http://HOST:PORT
            2,500 rows pushed, no rows pulled, no conflicts
            """;

    private static final String PULLED = """
            Synced DIR/app.db with http://HOST:PORT
            no rows pushed, 2,500 rows pulled, no conflicts
            """;

    @BeforeEach
    void writeManyTeams() {
        shell.run("", "apply-migration");
        shell.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500) "
                + "INSERT INTO teams (id, name) SELECT i, 'team ' || i FROM n");
    }

    @Test
    void isToldInLines(@TempDir Path elsewhere) {
        assertThat(shell.run("", "sync")).isEqualTo(new Result(0, PUSHED, """
                        sending teams: 1,000 of 2,500 rows
                        sending teams: 2,000 of 2,500 rows
                        sending teams: 2,500 of 2,500 rows
                        """));
        assertThat(new Shell(elsewhere, server.url()).run("", "sync")).isEqualTo(new Result(0, PULLED, """
                        fetching teams: 1,000 of 2,500 rows
                        fetching teams: 2,000 of 2,500 rows
                        fetching teams: 2,500 of 2,500 rows
                        """));
    }

    @Test
    void isABarOnATerminal(@TempDir Path elsewhere) {
        assertThat(shell.onTerminal().run("", "sync")).isEqualTo(new Result(0, PUSHED, """
                        \r[########............] sending teams: 1,000 of 2,500 rows\u001b[K\
                        \r[################....] sending teams: 2,000 of 2,500 rows\u001b[K\
                        \r[####################] sending teams: 2,500 of 2,500 rows\u001b[K
                        """));
        assertThat(shell.onTerminal().run("", "verify-sync").err()).isEqualTo("""
                        \r[########............] comparing teams: 1,000 of 2,500 rows\u001b[K\
                        \r[################....] comparing teams: 2,000 of 2,500 rows\u001b[K\
                        \r[####################] comparing teams: 2,500 of 2,500 rows\u001b[K\
                        \r[####################] comparing teams: 2,500 of 2,500 rows\u001b[K
                        """);
    }

    @Test
    void isNotToldOfFewRows() {
        shell.run("", "sync");
        shell.execute("UPDATE teams SET name = name || '!' WHERE id <= 1000");

        assertThat(shell.run("", "sync").err()).isEmpty();
    }
}
