package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lock holds on both sides. */
final class ProtectBothSidesTest extends OnBothSides {

    @Test
    void locksBothSidesUntilTheyAreUnprotected() throws Exception {
        fillBoth();

        assertThat(shell.run("", "protect", "real customers"))
                .isEqualTo(new Result(0, "Both databases are protected: nothing resets them until unprotect.\n", ""));
        assertThat(shell.run("", "db-info").out())
                .contains(
                        "\nProtected   since TIME: \"real customers\"\n",
                        "\n  Lock      since TIME: \"real customers\"\n");
        assertThat(shell.run("", "apply-migration", "--yes").exitCode()).isEqualTo(3);

        assertThat(shell.run("", "unprotect")).isEqualTo(new Result(0, "Neither database is protected.\n", ""));
        assertThat(shell.run("", "db-info").out()).doesNotContain("Protected", "Lock");
        assertThat(shell.run("", "apply-migration", "--yes").exitCode()).isZero();
    }

    @Test
    void locksTheLocalSideAloneWhenToldSo() throws Exception {
        fillBoth();

        assertThat(shell.run("", "protect", "real customers", "--local-only"))
                .isEqualTo(new Result(0, "The database is protected: nothing resets it until unprotect.\n", ""));

        assertThat(shell.run("", "db-info").out())
                .contains("\nProtected   since TIME: \"real customers\"\n")
                .doesNotContain("\n  Lock");
        assertThat(shell.run("", "unprotect", "--local-only"))
                .isEqualTo(new Result(0, "The database is not protected.\n", ""));
    }

    @Test
    void locksNeitherSideWhenTheRemoteDatabaseCannotBeSeen() throws Exception {
        fillBoth();
        List<Object> before = content();
        server.kill();

        assertThat(shell.run("", "protect", "real customers")).isEqualTo(new Result(4, "", """
                        Cannot read from http://HOST:PORT: no connection came about. It was tried 5 times.
                        Your data: nothing was changed.
                        What to do: check the network and the server, and try again later.
                        """));
        server.restart();
        assertThat(content()).isEqualTo(before);
    }
}
