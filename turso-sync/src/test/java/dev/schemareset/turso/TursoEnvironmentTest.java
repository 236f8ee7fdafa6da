package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.error.SyncException;
import dev.schemareset.support.JvmRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database that the environment names, in a process of its own. Messages name the variable, and never the token. */
class TursoEnvironmentTest {

    @TempDir
    private Path directory;

    /** What the child process does. */
    public static final class PrintError {
        public static void main(String[] arguments) {
            try {
                System.out.print(TursoSync.fromEnvironment().look());
            } catch (SyncException e) {
                System.out.print(e.reason() + "\n" + e.getMessage());
            }
        }
    }

    private String error(Map<String, String> environment) throws Exception {
        return new JvmRun(directory, List.of(), environment).output(PrintError.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "libsql://s3cret.example" | it stands in quotes. | write it without them, e.g. libsql://shop-acme.turso.io.
            s3cret.example | it begins with neither libsql:// nor https:// nor http://. | pass the URL of the database, e.g. libsql://shop-acme.turso.io.
            file:s3cret.db | it begins with neither libsql:// nor https:// nor http://. | pass the URL of the database, e.g. libsql://shop-acme.turso.io.
            libsql://db.example?authToken=s3cret | it holds the token, which would end up in logs. | remove ?authToken=... from the URL, and pass the token by itself.
            """)
    void valueThatIsNoUrlIsRefusedWithTheNameOfTheVariable(String value, String why, String remedy) throws Exception {
        assertThat(error(Map.of("TURSO_DATABASE_URL", value))).isEqualTo("""
                NOT_CONFIGURED
                The environment variable TURSO_DATABASE_URL is wrong. The URL of the remote database cannot be used: %s
                Your data: nothing was sent or changed.
                What to do: %s""".formatted(why, remedy));
    }

    @Test
    void missingValueIsToldWithTheNameOfTheVariable() throws Exception {
        assertThat(error(Map.of("TURSO_DATABASE_URL", " "))).isEqualTo("""
                NOT_CONFIGURED
                It is not said which database on Turso is meant.
                Your data: nothing was changed.
                What to do: set the environment variable TURSO_DATABASE_URL, or name the database with TursoSync.to(...).""");
    }

    @Test
    void tokenThatCannotBeSentIsToldWithTheNameOfTheVariable() throws Exception {
        assertThat(error(Map.of("TURSO_DATABASE_URL", " http://127.0.0.1:1\t", "TURSO_AUTH_TOKEN", "\"s3cret\"")))
                .startsWith("NOT_CONFIGURED\n")
                .contains("The token cannot be sent: its character 1 of 8 is none of a token.")
                .endsWith(
                        "check where the token comes from, e.g. TURSO_AUTH_TOKEN: it must be the token alone, without quotes,"
                                + " spaces or line breaks.")
                .doesNotContain("s3cret");
    }
}
