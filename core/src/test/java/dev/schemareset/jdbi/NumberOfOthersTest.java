package dev.schemareset.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.MappingException;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that other programs wrote, into columns that hold larger ones than the Java type: none is cut. */
class NumberOfOthersTest {

    @TempDir
    private Path directory;

    private Handle handle;

    public record Size(@Column("w") byte width, short height) {}

    @Table
    public record Box(
            @PrimaryKey long id,
            String label,
            int weight,
            float price,
            @Nested("size") Size size) {}

    @Table
    public record Seat(@PrimaryKey String hall, @PrimaryKey int number, Optional<Short> price) {}

    @BeforeEach
    void reset() {
        SchemaReset reset = SchemaReset.forModels(Box.class, Seat.class).database(directory.resolve("local.db"));
        reset.apply(Confirm.YES);
        handle = reset.jdbi().open();
    }

    @AfterEach
    void close() {
        handle.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            size_w      | 300         | 300         | Byte    | an integer from -128 to 127
            size_w      | -129        | -129        | Byte    | an integer from -128 to 127
            size_height | 70000       | 70000       | Short   | an integer from -32768 to 32767
            weight      | 99999999999 | 99999999999 | Integer | an integer from -2147483648 to 2147483647
            price       | 1e300       | 1.0E300     | Float   | a number such as 0.5
            price       | -1e39       | -1.0E39     | Float   | a number such as 0.5
            price       | 1e-300      | 1.0E-300    | Float   | a number such as 0.5
            """)
    void numberThatDoesNotFitIsToldWithTableColumnAndKey(
            String column, String written, String shown, String type, String stored) {
        handle.execute("INSERT INTO box VALUES (1, 'good', 1, 1.5, 1, 1), (7, 'bad', 1, 1.5, 1, 1)");
        handle.execute("UPDATE box SET " + column + " = " + written + " WHERE id = 7");

        assertUnreadable(
                "Cannot read " + shown + " as " + type + ", which is stored as " + stored + ". It is in the column \""
                        + column
                        + "\" of the table \"box\", in the row where \"id\" is 7. The row is as it was: correct it, or read the"
                        + " column as another type.",
                () -> handle.createQuery("SELECT * FROM box").mapTo(Box.class).list());
        assertThat(handle.createQuery("SELECT * FROM box WHERE id = 1")
                        .mapTo(Box.class)
                        .one())
                .isEqualTo(new Box(1, "good", 1, 1.5f, new Size((byte) 1, (short) 1)));
    }

    @Test
    void keyOfSeveralColumnsIsTold() {
        handle.execute("INSERT INTO seat VALUES ('it''s', 3, 40000)");

        assertUnreadable(
                place("40000", "Short", "an integer from -32768 to 32767")
                        + "the column \"price\" of the table \"seat\", in the row where \"hall\" is 'it's' and \"number\" is 3"
                        + END,
                () -> handle.createQuery("SELECT * FROM seat").mapTo(Seat.class).list());
    }

    @Test
    void rowIsToldByItsNumberWhereItsKeyIsNotKnown() {
        handle.execute("INSERT INTO box VALUES (1, '', 1, 1, 1, 1), (2, '', 1, 1, 1000, 1)");
        String unread = place("1000", "Byte", "an integer from -128 to 127");

        assertUnreadable(
                unread + "the column \"size_w\" of the table \"box\", in row 2 of the result" + END,
                () -> handle.createQuery("SELECT size_w FROM box ORDER BY id")
                        .mapTo(byte.class)
                        .list());
        assertUnreadable(
                unread + "the column \"wide\" of the table \"box\", in row 1 of the result" + END,
                () -> handle.createQuery(
                                "SELECT b.size_w AS wide, a.id, b.id FROM box a JOIN box b ON b.id = 2 AND a.id = 1")
                        .mapTo(byte.class)
                        .list());
        assertUnreadable(
                unread + "the column \"max(size_w)\" of row 1 of the result" + END,
                () -> handle.createQuery("SELECT max(size_w) FROM box")
                        .mapTo(byte.class)
                        .one());
    }

    @Test
    void textThatIsLongIsShortened() {
        assertUnreadable(
                place(
                                "'" + "x".repeat(100) + "...'",
                                "Long",
                                "an integer from -9223372036854775808 to 9223372036854775807")
                        + "the column \"v\" of row 1 of the result" + END,
                () -> handle.select("SELECT ? AS v", "x".repeat(101))
                        .mapTo(long.class)
                        .one());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            java.lang.Byte      | 128
            java.lang.Byte      | -129
            java.lang.Short     | 32768
            java.lang.Integer   | 2147483648
            java.lang.Integer   | -2147483649
            java.lang.Integer   | 2.5
            java.lang.Integer   | '12abc'
            java.lang.Integer   | ''
            java.lang.Integer   | x'31'
            java.lang.Long      | 9223372036854775808
            java.lang.Long      | 9e999
            java.lang.Long      | 'Inf'
            java.lang.Double    | '1,5'
            java.lang.Double    | x'00'
            java.lang.Double    | '0x1p3'
            java.lang.Float     | 3.5e38
            java.lang.Boolean   | 'yes'
            java.lang.Boolean   | x'01'
            java.lang.Character | 'ab'
            java.lang.Character | ''
            java.time.Year      | 1000000000
            """)
    void nothingIsCut(Class<?> type, String sql) {
        Class<?> primitive = MethodType.methodType(type).unwrap().returnType();

        for (Class<?> read : List.of(type, primitive)) {
            assertThatThrownBy(() -> handle.createQuery("SELECT " + sql + " AS v")
                            .mapTo(read)
                            .one())
                    .isExactlyInstanceOf(MappingException.class)
                    .hasMessageStartingWith("Cannot read ")
                    .hasMessageContaining(" as " + type.getSimpleName() + ", which is stored as ")
                    .hasMessageEndingWith("It is in the column \"v\" of row 1 of the result" + END);
        }
    }

    @Test
    void optionalsAreNotCut() {
        assertThatThrownBy(() -> one("SELECT 2147483648", OptionalInt.class)).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> one("SELECT 2.5", OptionalLong.class)).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> one("SELECT 'x'", OptionalDouble.class)).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> handle.createQuery("SELECT 40000")
                        .mapTo(new GenericType<Optional<Short>>() {})
                        .one())
                .isInstanceOf(MappingException.class);
        assertThat(one("SELECT NULL", OptionalInt.class)).isEmpty();
        assertThat(one("SELECT NULL", OptionalLong.class)).isEmpty();
        assertThat(one("SELECT NULL", OptionalDouble.class)).isEmpty();
        assertThat(one("SELECT 2147483647", OptionalInt.class)).hasValue(Integer.MAX_VALUE);
    }

    public record Loose(int number, Double real) {}

    @Test
    void mappersOfJdbisOwnDoNotCutEither() {
        handle.registerRowMapper(ConstructorMapper.factory(Loose.class));

        assertThatThrownBy(() -> one("SELECT 4294967297 AS number, 0.5 AS real", Loose.class))
                .hasMessageStartingWith("Cannot read 4294967297 as Integer");
        assertThatThrownBy(() -> handle.createQuery("SELECT 4294967297 AS number")
                        .mapToMap(Integer.class)
                        .one())
                .hasMessageStartingWith("Cannot read 4294967297 as Integer");
    }

    /** A number in another class of SQLite's, or as text, is still that number. */
    @Test
    void numberInAnotherFormIsRead() {
        assertThat(one("SELECT 3.0", int.class)).isEqualTo(3);
        assertThat(one("SELECT '-12'", byte.class)).isEqualTo((byte) -12);
        assertThat(one("SELECT ' 1e3 '", Long.class)).isEqualTo(1000L);
        assertThat(one("SELECT '2001'", Year.class)).isEqualTo(Year.of(2001));
        assertThat(one("SELECT -9223372036854775808.0", long.class)).isEqualTo(Long.MIN_VALUE);
        assertThat(one("SELECT 3", double.class)).isEqualTo(3.0);
        assertThat(one("SELECT '0.1'", double.class)).isEqualTo(0.1);
        assertThat(one("SELECT 9e999", double.class)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(one("SELECT -9e999", float.class)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(one("SELECT 0.1", float.class)).isEqualTo(0.1f);
        assertThat(one("SELECT 5", char.class)).isEqualTo('5');
        assertThat(one("SELECT 'ab'", byte[].class)).isEqualTo(new byte[] {'a', 'b'});
        assertThatThrownBy(() -> one("SELECT 1", byte[].class)).hasMessageStartingWith("Cannot read 1 as byte[]");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            true,  1
            true,  2
            true,  -1
            true,  4294967296
            true,  0.5
            true,  'TRUE'
            true,  't'
            true,  '1'
            false, 0
            false, 0.0
            false, 'False'
            false, 'f'
            false, '0'
            """)
    void truthIsAsInSqliteAndInTheWordsOfOthers(boolean expected, String sql) {
        assertThat(one("SELECT " + sql, boolean.class)).isEqualTo(expected);
        assertThat(one("SELECT " + sql, Boolean.class)).isEqualTo(expected);
    }

    @Test
    void nullForAPrimitiveIsAsJdbiIsConfigured() {
        assertThat(one("SELECT NULL", int.class)).isZero();
        assertThat(one("SELECT NULL", boolean.class)).isFalse();
        assertThat(one("SELECT NULL", char.class)).isEqualTo('\0');

        handle.getConfig(ColumnMappers.class).setCoalesceNullPrimitivesToDefaults(false);

        assertThatThrownBy(() -> one("SELECT NULL AS v", int.class))
                .isInstanceOf(MappingException.class)
                .hasMessage("The column \"v\" holds NULL, and the Jdbi is configured to read no NULL as int."
                        + " The row is as it was: read the column as an object.");
    }

    @Test
    void mapperOfTheApplicationWins() {
        handle.registerColumnMapper(int.class, (row, column, context) -> row.getInt(column));

        assertThat(one("SELECT 4294967297", int.class)).isEqualTo(1);
    }

    private static final String END = ". The row is as it was: correct it, or read the column as another type.";

    private static String place(String value, String type, String stored) {
        return "Cannot read " + value + " as " + type + ", which is stored as " + stored + ". It is in ";
    }

    private <T> T one(String query, Class<T> type) {
        return handle.createQuery(query).mapTo(type).one();
    }

    private static void assertUnreadable(String message, ThrowingCallable reading) {
        assertThatThrownBy(reading).isExactlyInstanceOf(MappingException.class).hasMessage(message);
    }
}
