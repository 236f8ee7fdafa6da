package dev.schemareset.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.enums.EnumByOrdinal;
import org.jdbi.v3.core.mapper.MappingException;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other programs write is read where it has one meaning, and told with its place where it has none. */
class TextOfOthersTest {

    private final Handle handle = Jdbi.create("jdbc:sqlite::memory:")
            .installPlugin(new SchemaResetPlugin())
            .open();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        handle.close();
    }

    /** Who writes it, what, and the time that is meant. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            SchemaReset               | 2026-11-30T10:28:13.123456789Z                     | 2026-11-30T10:28:13.123456789Z
            SQLite CURRENT_TIMESTAMP  | 2026-11-30 10:28:13                                | 2026-11-30T10:28:13Z
            SQLite 'subsec'           | 2026-11-30 10:28:13.123                            | 2026-11-30T10:28:13.123Z
            SQLite, a short time      | 2026-11-30 10:28                                   | 2026-11-30T10:28:00Z
            Python sqlite3, pandas    | 2026-11-30 10:28:13+00:00                          | 2026-11-30T10:28:13Z
            Python, an old zone       | 2026-11-30 10:28:13.123456+00:53:28                | 2026-11-30T09:34:45.123456Z
            Python isoformat()        | 2026-11-30T11:28:13.123456+01:00                   | 2026-11-30T10:28:13.123456Z
            SQLAlchemy, Django, Rails | 2026-11-30 10:28:13.123456                         | 2026-11-30T10:28:13.123456Z
            Ruby to_s                 | 2026-11-30 10:28:13 UTC                            | 2026-11-30T10:28:13Z
            Ruby to_s, a zone         | 2026-11-30 11:28:13 +0100                          | 2026-11-30T10:28:13Z
            Go mattn                  | 2026-11-30 11:28:13.123456789+01:00                | 2026-11-30T10:28:13.123456789Z
            Go modernc                | 2026-11-30 10:28:13.123456789 +0000 UTC            | 2026-11-30T10:28:13.123456789Z
            Go modernc, a zone        | 2026-11-30 11:28:13 +0100 CET                      | 2026-11-30T10:28:13Z
            Go modernc, no zone name  | 2026-11-30 13:28:13 +0300 +03                      | 2026-11-30T10:28:13Z
            Go modernc, time.Now()    | 2026-11-30 10:28:13.1 +0000 UTC m=+0.000012345     | 2026-11-30T10:28:13.100Z
            JavaScript toISOString()  | 2026-11-30T10:28:13.123Z                           | 2026-11-30T10:28:13.123Z
            Sequelize                 | 2026-11-30 10:28:13.123 +00:00                     | 2026-11-30T10:28:13.123Z
            C# DateTime               | 2026-11-30 10:28:13.1234567                        | 2026-11-30T10:28:13.123456700Z
            C# DateTimeOffset         | 2026-11-30 11:28:13.1234567+01:00                  | 2026-11-30T10:28:13.123456700Z
            Rust chrono               | 2026-11-30T10:28:13.123456789+00:00                | 2026-11-30T10:28:13.123456789Z
            PostgreSQL                | 2026-11-30 11:28:13.5+01                           | 2026-11-30T10:28:13.500Z
            Java's own                | +12026-11-30T10:28:13Z                             | +12026-11-30T10:28:13Z
            """)
    void timeOfAnotherWriterIsRead(String writer, String text, Instant meant) {
        assertThat(read(text, Instant.class)).isEqualTo(meant);
        assertThat(read(text, OffsetDateTime.class).toInstant()).isEqualTo(meant);
        assertThat(read(text, ZonedDateTime.class).toInstant()).isEqualTo(meant);
    }

    @Test
    void offsetIsKept() {
        assertThat(read("2001-02-03 04:05:06.7 +0100 CET", OffsetDateTime.class))
                .hasToString("2001-02-03T04:05:06.700+01:00");
        assertThat(read("2001-02-03 04:05:06.7+01", ZonedDateTime.class)).hasToString("2001-02-03T04:05:06.700+01:00");
        assertThat(read("2001-02-03 04:05:06+01:00[Europe/Berlin]", ZonedDateTime.class))
                .hasToString("2001-02-03T04:05:06+01:00[Europe/Berlin]");
        assertThat(read("04:05:06", OffsetTime.class)).hasToString("04:05:06Z");
        assertThat(read("04:05:06.7 -0130", OffsetTime.class)).hasToString("04:05:06.700-01:30");
    }

    @Test
    void localTimesOfOtherWritersAreRead() {
        assertThat(read("2001-02-03 04:05", LocalDateTime.class)).isEqualTo("2001-02-03T04:05:00");
        assertThat(read("2001-02-03 04:05:06.123456", LocalDateTime.class)).isEqualTo("2001-02-03T04:05:06.123456");
        assertThat(read("04:05:06", LocalTime.class)).isEqualTo("04:05:06");
        assertThat(read("2000-01-01 04:05:06.123456", LocalTime.class))
                .as("Rails")
                .isEqualTo("04:05:06.123456");
        assertThat(read("2001-02-03 00:00:00", LocalDate.class))
                .as("pandas, C#")
                .isEqualTo("2001-02-03");
        assertThat(read("2001-02-03T00:00:00.000000", LocalDate.class)).isEqualTo("2001-02-03");
        assertThat(read("2001-02-03T00:00", LocalDate.class)).isEqualTo("2001-02-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123e4567-e89b-12d3-a456-426614174000",
                "123e4567e89b12d3a456426614174000",
                "123E4567-E89B-12D3-A456-426614174000",
                "{123E4567-E89B-12D3-A456-426614174000}",
                "urn:uuid:123e4567-e89b-12d3-a456-426614174000"
            })
    void uuidOfAnotherWriterIsRead(String text) {
        assertThat(read(text, UUID.class)).hasToString("123e4567-e89b-12d3-a456-426614174000");
    }

    /** Also what Java itself would take for something: another number of digits, a local time with an offset. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            java.time.Instant          | yesterday
            java.time.Instant          | 2001-02-03
            java.time.Instant          | 1700000000
            java.time.Instant          | 2001-02-03 24:00:00
            java.time.Instant          | 2001-02-03 04:05:06 CET
            java.time.Instant          | 2001-02-03 04:05:06,7
            java.time.Instant          | 2001-02-03 04:05:06.1234567890
            java.time.Instant          | 2001-02-03 04:05:06+0102:03
            java.time.LocalDateTime    | 2001-02-30 04:05:06
            java.time.LocalDateTime    | 2001-02-03T04:05:06Z
            java.time.LocalDateTime    | 2001-02-03 04:05:06+00:00
            java.time.LocalDateTime    | 2001-02-03
            java.time.LocalDate        | 2001-02-30
            java.time.LocalDate        | 2001-02-03 04:05:06
            java.time.LocalDate        | 2001-02-03 00:00:00Z
            java.time.LocalDate        | 2001
            java.time.LocalTime        | 24:00:00
            java.time.LocalTime        | 2001-02-03 04:05:06
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
            java.util.UUID             | 1-2-3-4-5
            java.util.UUID             | 00123e4567-e89b-12d3-a456-426614174000
            java.util.UUID             | 123e4567-e89b-12d3-a456-42661417400
            java.util.UUID             | 123e4567-e89b12d3-a456-426614174000
            java.util.UUID             | {123e4567-e89b-12d3-a456-426614174000
            java.util.Locale           | d
            java.util.Currency         | DEM1
            java.net.URI               | a b
            java.net.URL               | example.org
            java.lang.Character        | ab
            """)
    void textThatIsNoValueIsTold(Class<?> type, String text) {
        assertThatThrownBy(() -> read(text, type))
                .isExactlyInstanceOf(MappingException.class)
                .hasMessageStartingWith(
                        "Cannot read '" + text + "' as " + type.getSimpleName() + ", which is stored as ")
                .hasMessageEndingWith(". It is in the column \"value\" of row 1 of the result."
                        + " The row is as it was: correct it, or read the column as another type.")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    /** The bytes of a UUID have two orders, a number several units: neither is guessed. */
    @Test
    void otherKindsThanTextAreTold() {
        assertThatThrownBy(() -> handle.createQuery("SELECT 1700000000 AS value")
                        .mapTo(Instant.class)
                        .one())
                .hasMessageStartingWith("Cannot read 1700000000 as Instant, which is stored as"
                        + " '2001-02-03T04:05:06.000000000Z'. It is in");
        assertThatThrownBy(() -> handle.createQuery("SELECT zeroblob(16) AS value")
                        .mapTo(UUID.class)
                        .one())
                .hasMessageStartingWith("Cannot read 16 bytes as UUID, which is stored as"
                        + " '123e4567-e89b-12d3-a456-426614174000'. It is in");
        assertThat(handle.createQuery("SELECT x'c3a4'").mapTo(String.class).one())
                .isEqualTo("\u00E4");
        assertThatThrownBy(() -> handle.createQuery("SELECT x'c3' AS value")
                        .mapTo(String.class)
                        .one())
                .hasMessageStartingWith("Cannot read 1 bytes as String, which is stored as");
    }

    @Table
    public record Visit(@PrimaryKey long id, Instant at, UUID visitor) {}

    @Test
    void oneBadRowOfManyIsToldByTableColumnKeyAndValue() {
        SchemaReset reset = SchemaReset.forModels(Visit.class).database(directory.resolve("local.db"));
        reset.apply(Confirm.YES);
        try (Handle visits = reset.jdbi().open()) {
            visits.execute("INSERT INTO visit VALUES"
                    + " (1, '2026-11-30 10:28:13+00:00', '123e4567e89b12d3a456426614174000'),"
                    + " (2, '30.11.2026 10:28', '123e4567e89b12d3a456426614174000')");

            assertThatThrownBy(() -> visits.createQuery("SELECT * FROM visit")
                            .mapTo(Visit.class)
                            .list())
                    .hasMessage(
                            "Cannot read '30.11.2026 10:28' as Instant, which is stored as"
                                    + " '2001-02-03T04:05:06.000000000Z'. It is in the column \"at\" of the table \"visit\", in the row"
                                    + " where \"id\" is 2. The row is as it was: correct it, or read the column as another type.");
        }
    }

    @Test
    void constantIsReadInAnyCaseAndToldWhereThereIsNone() {
        assertThat(read("runnable", Thread.State.class)).isEqualTo(Thread.State.RUNNABLE);
        assertThat(handle.createQuery("SELECT NULL").mapTo(Thread.State.class).findOne())
                .isEmpty();
        for (String text : new String[] {"OLD", ""}) {
            assertThatThrownBy(() -> read(text, Thread.State.class))
                    .hasMessage("Cannot read '" + text + "' as State, which is stored as the name of a constant."
                            + " It is in the column \"value\" of row 1 of the result."
                            + " The row is as it was: correct it, or read the column as another type.");
        }
    }

    @EnumByOrdinal
    public enum Numbered {
        ZERO,
        ONE
    }

    @Test
    void constantByNumberIsNotCut() {
        QualifiedType<Thread.State> byNumber =
                QualifiedType.of(Thread.State.class).with(EnumByOrdinal.class);

        assertThat(handle.createQuery("SELECT 1").mapTo(byNumber).one()).isEqualTo(Thread.State.RUNNABLE);
        assertThat(handle.createQuery("SELECT 1").mapTo(Numbered.class).one()).isEqualTo(Numbered.ONE);
        assertThat(handle.createQuery("SELECT NULL").mapTo(Numbered.class).findOne())
                .isEmpty();
        assertThatThrownBy(() -> handle.createQuery("SELECT 2 AS v")
                        .mapTo(Numbered.class)
                        .one())
                .hasMessage("Cannot read 2 as Numbered, which is stored as an integer from 0 to 1."
                        + " It is in the column \"v\" of row 1 of the result."
                        + " The row is as it was: correct it, or read the column as another type.");
        assertThatThrownBy(() -> handle.createQuery("SELECT 4294967296")
                        .mapTo(Numbered.class)
                        .one())
                .hasMessageStartingWith("Cannot read 4294967296 as Integer");
    }

    private <T> T read(String text, Class<T> type) {
        return handle.createQuery("SELECT :text AS value")
                .bind("text", text)
                .mapTo(type)
                .one();
    }
}
