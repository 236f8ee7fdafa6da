package dev.schemareset.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.UnusableDatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which versions of the libraries that it calls it works with. */
class LibraryTest {

    @Test
    void olderSqliteJdbcIsRefused() {
        assertThatThrownBy(() -> Library.SQLITE_JDBC.require(Optional.of("3.46.0.1")))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage("""
                        Cannot use org.xerial:sqlite-jdbc 3.46.0.1: the oldest version that works is 3.46.1.0.
                        Your data: nothing was changed.
                        What to do: depend on org.xerial:sqlite-jdbc 3.46.1.0 or newer; where dependency management chooses it, choose it there: Spring Boot reads the property sqlite-jdbc.version.""");
    }

    @Test
    void olderJdbiIsRefused() {
        assertThatThrownBy(() -> Library.JDBI.require(Optional.of("3.9.1")))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage("""
                        Cannot use org.jdbi:jdbi3-core 3.9.1: the oldest version that works is 3.51.0.
                        Your data: nothing was changed.
                        What to do: depend on org.jdbi:jdbi3-core 3.51.0 or newer; where dependency management chooses it, choose it there.""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.46.1.0", "3.46.1.1", "3.100.0.0", "4.0", "unknown", "", "3.9-custom"})
    void sameNewerAndUnknownVersionsAreTaken(String found) {
        assertThatCode(() -> Library.SQLITE_JDBC.require(Optional.of(found))).doesNotThrowAnyException();
    }

    @Test
    void versionThatIsNotToldIsTaken() {
        assertThatCode(() -> Library.JDBI.require(Optional.empty())).doesNotThrowAnyException();
    }

    /** The project outside this build runs with them. */
    @Test
    void oldestVersionsAreThoseThatTheBuildTests() throws IOException {
        assertThat(Files.readString(Path.of("..", "pom.xml")))
                .contains("<sqlite-jdbc.oldest>" + Library.SQLITE_JDBC.oldest() + "</sqlite-jdbc.oldest>")
                .contains("<jdbi3-core.oldest>" + Library.JDBI.oldest() + "</jdbi3-core.oldest>");
    }
}
