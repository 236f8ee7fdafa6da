package dev.schemareset.jdbi;

import static dev.schemareset.jdbi.RefusalTest.NAN;
import static dev.schemareset.jdbi.RefusalTest.assertRefused;
import static dev.schemareset.jdbi.RefusalTest.surrogate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Arguments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to bind a number that go other ways through Jdbi than a value of a declared type. */
class RefusedNumberTest {

    private final Handle handle = Jdbi.create("jdbc:sqlite::memory:")
            .installPlugin(new SchemaResetPlugin())
            .open();

    public record Maybe(OptionalDouble number) {}

    @BeforeEach
    void table() {
        handle.execute("CREATE TABLE numbers (number REAL) STRICT");
    }

    @AfterEach
    void close() {
        handle.close();
    }

    @Test
    void primitiveIsRefused() {
        String update = "INSERT INTO numbers VALUES (:number)";

        assertRefused(
                NAN,
                () -> handle.createUpdate(update).bind("number", Double.NaN).execute());
        assertRefused(
                NAN, () -> handle.createUpdate(update).bind("number", Float.NaN).execute());
        assertRefused(
                surrogate("D800", 0),
                () -> handle.createUpdate(update).bind("number", '\uD800').execute());
        assertNothingWritten();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void optionalIsRefused(boolean prepared) {
        handle.getConfig(Arguments.class).setPreparedArgumentsEnabled(prepared);
        OptionalDouble number = OptionalDouble.of(Double.NaN);
        String update = "INSERT INTO numbers VALUES (:number)";

        assertRefused(
                NAN, () -> handle.createUpdate(update).bind("number", number).execute());
        assertRefused(
                NAN,
                () -> handle.createUpdate(update).bindMethods(new Maybe(number)).execute());
        assertRefused(
                NAN,
                () -> handle.prepareBatch(update)
                        .bindMethods(new Maybe(OptionalDouble.of(1)))
                        .add()
                        .bindMethods(new Maybe(number))
                        .add()
                        .execute());
        assertNothingWritten();
    }

    private void assertNothingWritten() {
        assertThat(handle.createQuery("SELECT count(*) FROM numbers")
                        .mapTo(int.class)
                        .one())
                .isZero();
    }
}
