package dev.schemareset.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read where no value of ours was written: nothing, the text of others, and nonsense. */
class ReadingTest {

    private final Handle handle = Jdbi.create("jdbc:sqlite::memory:")
            .installPlugin(new SchemaResetPlugin())
            .open();

    @AfterEach
    void close() {
        handle.close();
    }

    @ParameterizedTest
    @MethodSource("dev.schemareset.jdbi.Samples#all")
    void nullIsNull(Samples<?> samples) {
        String type = handle.createQuery("SELECT typeof(:value)")
                .bindByType("value", null, samples.type())
                .mapTo(String.class)
                .one();

        assertThat(type).isEqualTo("null");
        assertThat(handle.createQuery("SELECT NULL").mapTo(samples.type()).findOne())
                .isEmpty();
    }

    @Test
    void nullForAPrimitiveIsAsJdbiIsConfigured() {
        assertThat(handle.createQuery("SELECT ?")
                        .bindByType(0, null, double.class)
                        .mapTo(double.class)
                        .one())
                .isZero();

        handle.getConfig(Arguments.class).setBindingNullToPrimitivesPermitted(false);

        assertThatThrownBy(() -> handle.createQuery("SELECT ?")
                        .bindByType(0, null, double.class)
                        .mapTo(double.class)
                        .one())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Null cannot be bound to double: the Jdbi is configured to refuse it.");
        assertThat(handle.createQuery("SELECT ?")
                        .bindByType(0, null, Double.class)
                        .mapTo(Double.class)
                        .findOne())
                .isEmpty();
        assertThat(handle.createQuery("SELECT ?")
                        .bindByType(0, null, Path.of("").getClass())
                        .mapTo(Path.class)
                        .findOne())
                .isEmpty();
    }

    public record Maybe(OptionalInt integer, OptionalLong number, OptionalDouble real) {}

    @Test
    void optionalNumbersComeBackEqual() {
        handle.execute("CREATE TABLE maybe (integer INTEGER, number INTEGER, real REAL) STRICT");
        List<Maybe> written = List.of(
                new Maybe(OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty()),
                new Maybe(OptionalInt.of(Integer.MIN_VALUE), OptionalLong.of(Long.MAX_VALUE), OptionalDouble.of(0.1)));
        for (Maybe maybe : written) {
            handle.createUpdate("INSERT INTO maybe VALUES (:integer, :number, :real)")
                    .bindMethods(maybe)
                    .execute();
        }
        handle.registerRowMapper(ConstructorMapper.factory(Maybe.class));

        assertThat(handle.createQuery("SELECT * FROM maybe").mapTo(Maybe.class).list())
                .isEqualTo(written);
    }
}
