package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody else made on Turso goes only for whoever knows its name. */
final class ForeignSidesTest extends OnBothSides {

    private static final String HERE = """
            This drops everything in DIR/app.db: 1 table (2 rows)
              table customers (2 rows)
            Check that this is the database you mean: SchemaReset did not make it.
            """;

    private static final String THERE = """
             everything in http://HOST:PORT, which all instances of the application share: 1 table (1 row)
              table orders (1 row)
            Check that this is the database you mean: SchemaReset did not make it.
            """;

    @Test
    void asksForTheNameOfTheRemoteDatabase() throws Exception {
        makeForeignRemote();

        Result result = shell.run(host() + "\n", "apply-migration");

        assertThat(result.out())
                .startsWith("This drops" + THERE + "Type HOST:PORT to go on: Reset DIR/app.db in TIME\n")
                .contains("\nRemote dropped 1 table (1 row)\n  table orders (1 row)\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes\n", "app.db\n", "\n"})
    void dropsNothingForAnyOtherAnswer(String answer) throws Exception {
        makeForeignRemote();
        List<Object> before = content();

        Result result = shell.run(answer, "apply-migration");

        assertThat(result)
                .isEqualTo(new Result(
                        3,
                        "This drops" + THERE + "Type HOST:PORT to go on: ",
                        "The answer was not HOST:PORT. Nothing was changed.\n"));
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void asksForBothNames() throws Exception {
        shell.makeForeignDatabase();
        makeForeignRemote();

        Result result = shell.run("app.db\n" + host() + "\n", "apply-migration");

        assertThat(result.out())
                .startsWith(HERE + "This also drops" + THERE
                        + "Type app.db to go on: Type HOST:PORT to go on: Reset DIR/app.db in TIME\n");
        assertThat(result.exitCode()).isZero();
        shell.reset().verify().assertInSync();
        assertThat(seenThere("SELECT count(*) FROM users")).containsExactly(List.of("0"));
    }

    @ParameterizedTest
    @CsvSource({"HOST:PORT, HOST:PORT, app.db", "app.db, yes, HOST:PORT", "app.db, app.db, HOST:PORT"})
    void dropsNothingUnlessBothAreNamed(String first, String second, String wanted) throws Exception {
        shell.makeForeignDatabase();
        makeForeignRemote();
        List<Object> before = content();

        Result result = shell.run((first + "\n" + second + "\n").replace("HOST:PORT", host()), "apply-migration");

        assertThat(result.err()).isEqualTo("The answer was not " + wanted + ". Nothing was changed.\n");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void dropsNothingThereWithoutAQuestionUnlessToldSo() throws Exception {
        makeForeignRemote();
        List<Object> before = content();

        assertThat(shell.run(host() + "\n", "apply-migration", "--yes")).isEqualTo(new Result(3, "", """
                        Cannot reset the database http://HOST:PORT: SchemaReset did not make it. It holds 1 table (1 row).
                          table orders (1 row)
                        Your data: nothing was changed.
                        What to do: check that this is the database you mean. If all of this may be dropped, run the command apply-migration --yes --drop-foreign-tables.
                        """));
        assertThat(content()).isEqualTo(before);

        Result result = shell.run("", "apply-migration", "--yes", "--drop-foreign-tables");

        assertThat(result.out()).contains("\nRemote dropped 1 table (1 row)\n  table orders (1 row)\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void asksAlsoWhereNothingButTheBookkeepingIsLeft() throws Exception {
        there("CREATE TABLE _sync_meta (k TEXT)");

        assertThat(shell.run("", "apply-migration").out()).isEqualTo("""
                        This drops everything in http://HOST:PORT, which all instances of the application share: 1 table (0 rows)
                          table _sync_meta (0 rows)
                        Check that this is the database you mean: SchemaReset did not make it.
                        Type HOST:PORT to go on:\s
                        """);
    }

    private String host() {
        return server.url().replaceFirst("^http://", "");
    }
}
