package dev.schemareset.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.nio.CharBuffer;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.MappingException;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The types that Jdbi knows beyond those that can be columns: each is refused with a word, or harmless. */
@SuppressWarnings({"JavaUtilDate", "UnnecessaryStringBuilder"})
class RefusedTypesTest {

    private static final String MILLISECONDS = "columns of times hold text, and Jdbi has milliseconds for it";
    private static final String NO_ARRAYS = "SQLite has no arrays";
    private static final String NO_ARRAY = "rows of another table, or text in JSON";

    private final Handle handle = Jdbi.create("jdbc:sqlite::memory:")
            .installPlugin(new SchemaResetPlugin())
            .open();

    @AfterEach
    void close() {
        handle.close();
    }

    public record Holder(java.util.Date date, Object any, Optional<Timestamp> maybe) {}

    static Stream<Arguments> refused() throws Exception {
        return Stream.of(
                arguments(java.util.Date.class, new java.util.Date(0), MILLISECONDS, "Instant, by toInstant()"),
                arguments(Timestamp.class, new Timestamp(0), MILLISECONDS, "Instant, by toInstant()"),
                arguments(Date.class, new Date(0), MILLISECONDS, "LocalDate, by toLocalDate()"),
                arguments(Time.class, new Time(0), MILLISECONDS, "LocalTime, by toLocalTime()"),
                arguments(Blob.class, new SerialBlob(new byte[1]), "SQLite has none", "byte[]"),
                arguments(Clob.class, new SerialClob(new char[1]), "SQLite has none", "String"),
                arguments(int[].class, new int[1], NO_ARRAYS, NO_ARRAY),
                arguments(String[].class, new String[1], NO_ARRAYS, NO_ARRAY),
                arguments(Thread.State[].class, new Thread.State[1], NO_ARRAYS, NO_ARRAY));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void typeIsRefusedWhenBound(Class<?> type, Object value, String why, String instead) {
        String message = "A " + type.getTypeName() + " cannot be bound: " + why + ". Nothing was written. Bind "
                + instead + "; or register an AbstractArgumentFactory of your own.";
        handle.execute("CREATE TABLE t (v TEXT)");

        RefusalTest.assertRefused(message, () -> handle.execute("INSERT INTO t VALUES (?)", value));
        RefusalTest.assertRefused(message, () -> handle.execute("INSERT INTO t VALUES (?)", Optional.of(value)));
        RefusalTest.assertRefused(
                message,
                () -> handle.createUpdate("INSERT INTO t VALUES (:v)")
                        .bindByType("v", value, type)
                        .execute());
        RefusalTest.assertRefused(
                message,
                () -> handle.createUpdate("INSERT INTO t VALUES (:v)")
                        .bindByType("v", value, Object.class)
                        .execute());
        RefusalTest.assertRefused(
                message,
                () -> handle.prepareBatch("INSERT INTO t VALUES (:v)")
                        .bindByType("v", value, type)
                        .add()
                        .execute());
        assertThat(handle.createQuery("SELECT count(*) FROM t").mapTo(int.class).one())
                .isZero();
    }

    @Test
    void typeOfAPropertyIsRefused() {
        Holder holder = new Holder(new Date(0), new Timestamp(0), Optional.of(new Timestamp(0)));

        for (String property : List.of("date", "any", "maybe")) {
            assertThatThrownBy(() -> handle.createQuery("SELECT :" + property)
                            .bindMethods(holder)
                            .mapTo(String.class)
                            .one())
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(" cannot be bound: " + MILLISECONDS);
        }
    }

    @Test
    void collectionIsRefused() {
        RefusalTest.assertRefused(
                "A java.util.List cannot be bound: SQLite has no arrays. Nothing was written. Bind rows of another table, or"
                        + " text in JSON; or register an AbstractArgumentFactory of your own.",
                () -> handle.createQuery("SELECT :v")
                        .bindByType("v", List.of(1), new GenericType<List<Integer>>() {})
                        .mapTo(String.class)
                        .one());
        assertThat(handle.createQuery("SELECT 2 IN (<v>)")
                        .bindList("v", List.of(1, 2))
                        .mapTo(boolean.class)
                        .one())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1700000000", "'2001-02-03 04:05:06'", "'2001-02-03T04:05:06.000000000Z'", "NULL"})
    void oldDatesAreNotReadEither(String sql) {
        assertUnreadable(sql, java.util.Date.class, "Instant");
        assertUnreadable(sql, Timestamp.class, "Instant");
        assertUnreadable(sql, Date.class, "LocalDate");
        assertUnreadable(sql, Time.class, "LocalTime");
    }

    private void assertUnreadable(String sql, Class<?> type, String instead) {
        assertThatThrownBy(() -> handle.createQuery("SELECT " + sql + " AS v")
                        .mapTo(type)
                        .one())
                .isExactlyInstanceOf(MappingException.class)
                .hasMessage("The column \"v\" cannot be read as " + type.getTypeName() + ": " + MILLISECONDS
                        + ". The row is as it was. Read " + instead + "; or register a column mapper of your own.");
    }

    private static final class DateArgument extends AbstractArgumentFactory<java.util.Date> {
        private DateArgument() {
            super(java.sql.Types.INTEGER);
        }

        @Override
        protected Argument build(java.util.Date value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, value.getTime());
        }
    }

    @Test
    void argumentAndMapperOfTheApplicationWin() {
        handle.registerArgument(new DateArgument());
        handle.registerColumnMapper(
                java.util.Date.class, (row, column, context) -> new java.util.Date(row.getLong(column)));

        for (java.util.Date date : List.of(new java.util.Date(5), new Timestamp(5))) {
            assertThat(handle.select("SELECT ?", date)
                            .mapTo(java.util.Date.class)
                            .one())
                    .isEqualTo(new java.util.Date(5));
        }
    }

    /** Jdbi has an argument for none of these, which it says itself. */
    @Test
    void whatJdbiDoesNotBindIsToldByJdbi() {
        for (Object value : List.of(
                Calendar.getInstance(), new char[0], new StringReader(""), new ByteArrayInputStream(new byte[0]))) {
            assertThatThrownBy(() -> handle.execute("SELECT ?", value))
                    .isInstanceOf(UnableToCreateStatementException.class)
                    .hasMessageContaining("No argument factory registered for");
        }
    }

    /** The rest of what Jdbi binds is kept as it is. */
    @Test
    void restIsHarmless() throws Exception {
        for (String address : List.of("127.0.0.1", "0:0:0:0:0:0:0:1")) {
            InetAddress bound = InetAddress.getByName(address);
            assertThat(handle.select("SELECT ?", bound).mapTo(InetAddress.class).one())
                    .isEqualTo(bound);
        }
        for (CharSequence text : List.of(new StringBuilder("text"), CharBuffer.wrap("text"))) {
            assertThat(handle.select("SELECT ?", text).mapTo(String.class).one())
                    .isEqualTo("text");
        }
        RefusalTest.assertRefused(
                RefusalTest.surrogate("D800", 1), () -> handle.execute("SELECT ?", new StringBuilder("a\uD800")));
        assertThat(handle.createQuery("SELECT :v")
                        .bindBinaryStream("v", new ByteArrayInputStream(new byte[] {1, 2}), 2)
                        .mapTo(byte[].class)
                        .one())
                .containsExactly(1, 2);
        assertThat(handle.createQuery("SELECT :v")
                        .bind("v", new StringReader("text"), 4)
                        .mapTo(String.class)
                        .one())
                .isEqualTo("text");
    }
}
