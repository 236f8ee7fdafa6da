package dev.schemareset.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
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
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void timesThatSqliteWroteAreRead() {
        assertThat(read("2001-02-03 04:05:06", Instant.class)).isEqualTo("2001-02-03T04:05:06Z");
        assertThat(read("2001-02-03T04:05:06.7Z", Instant.class)).isEqualTo("2001-02-03T04:05:06.700Z");
        assertThat(read("2001-02-03 04:05", LocalDateTime.class)).isEqualTo("2001-02-03T04:05:00");
        assertThat(read("04:05:06", LocalTime.class)).isEqualTo("04:05:06");
        assertThat(read("2001-02-03 04:05:06", OffsetDateTime.class).toString()).isEqualTo("2001-02-03T04:05:06Z");
        assertThat(read("2001-02-03 04:05:06.7+01:00", OffsetDateTime.class).toString())
                .isEqualTo("2001-02-03T04:05:06.700+01:00");
        assertThat(read("2001-02-03 04:05:06", ZonedDateTime.class).toString()).isEqualTo("2001-02-03T04:05:06Z");
        assertThat(read("04:05:06", OffsetTime.class).toString()).isEqualTo("04:05:06Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            java.time.Instant          | yesterday
            java.time.LocalDateTime    | 2001-02-30 04:05:06
            java.time.LocalDate        | 2001-02-30
            java.time.LocalTime        | 24:00:00
            java.time.OffsetDateTime   | 2001-02-30T04:05:06Z
            java.time.OffsetDateTime   | 2001-02-03T04:05:06+19:00
            java.time.ZonedDateTime    | 2001-02-03T04:05:06[Europe/Berlin]
            java.time.ZonedDateTime    | 2001-02-03T04:05:06+01:00[Europe/Atlantis]
            java.time.ZonedDateTime    | 2001-02-03T04:05:06+01:00[
            java.time.OffsetTime       | noon
            java.time.Year             | 4294969297
            java.time.YearMonth        | 2001-13
            java.time.MonthDay         | --02-30
            java.time.Duration         | an hour
            java.time.Period           | a year
            java.time.ZoneId           | Europe/Atlantis
            java.time.ZoneOffset       | +19:00
            java.math.BigDecimal       | 1,5
            java.math.BigInteger       | 1.5
            java.util.UUID             | 1-2
            java.util.Locale           | d
            java.util.Currency         | DEM1
            java.net.URI               | a b
            java.net.URL               | example.org
            java.lang.Character        | ab
            """)
    void textThatIsNoValueIsTold(Class<?> type, String text) {
        assertThatThrownBy(() -> read(text, type))
                .cause()
                .isInstanceOf(SQLException.class)
                .hasMessage("The column \"value\" holds '" + text + "', which is no " + type.getSimpleName()
                        + ". The row is as it was.");
    }

    private <T> T read(String text, Class<T> type) {
        return handle.createQuery("SELECT :text AS value")
                .bind("text", text)
                .mapTo(type)
                .one();
    }
}
