package dev.schemareset.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.DefaultNow;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Defaults that would not come back as a value of their component. */
class InvalidDefaultsTest extends InvalidModels {

    @Table
    record WrongDefaults(
            @PrimaryKey Long id,
            @Default("many") int number,
            @Default("99999999999") int large,
            @Default("9223372036854775808") long larger,
            @Default("0x8000000000000000") Short hexadecimal,
            @Default("2") boolean flag,
            @Default("open") String text,
            @Default("\"open\"") String quoted,
            @Default("'ab'") char letter,
            @Default("NEW") Thread.State state,
            @Default("NULL") String required,
            @Default("CURRENT_TIMESTAMP") Instant instant,
            @Default("'2001-02-30'") LocalDate date,
            @Default("x'0'") byte[] bytes,
            @Default("1.5.0") BigDecimal amount,
            @Default("(1) || (2)") String open,
            @Default("(1)) STRICT; DROP TABLE other; --)") String escape,
            @DefaultNow String now,
            @Default("0") @DefaultNow long both) {}

    /** Text that would be read as a value, and is not as one is stored. */
    @Table
    record UnusualDefaults(
            @PrimaryKey Long id,
            @Default("'1.5e3'") BigDecimal amount,
            @Default("1.5") BigInteger large,

            @Default("'123E4567-E89B-12D3-A456-426614174000'")
            UUID uuid,

            @Default("'2001-02-03T04:05:06+01:00'") OffsetDateTime time,
            @Default("'2001'") Year text,
            @Default("1000000000") Year far,
            @Default("'PT90M'") Duration duration,
            @Default("'de_CH'") Locale locale,
            @Default("'\uD800'") char half) {}

    @Test
    void defaultsThatAreNotAsValuesAreStored() {
        assertThat(errorOf(UnusualDefaults.class).problems())
                .extracting(problem -> problem.where().substring((here + "UnusualDefaults.").length()) + ": "
                        + problem.what() + " | " + problem.fix())
                .containsExactly(
                        told("amount", "'1.5e3'", "BigDecimal", "a number such as 0.50"),
                        told("large", "1.5", "BigInteger", "an integer such as 50"),
                        told(
                                "uuid",
                                "'123E4567-E89B-12D3-A456-426614174000'",
                                "UUID",
                                "'123e4567-e89b-12d3-a456-426614174000'"),
                        told(
                                "time",
                                "'2001-02-03T04:05:06+01:00'",
                                "OffsetDateTime",
                                "'2001-02-03T04:05:06.000000000+01:00'"),
                        told("text", "'2001'", "Year", "an integer from -999999999 to 999999999"),
                        told("far", "1000000000", "Year", "an integer from -999999999 to 999999999"),
                        told("duration", "'PT90M'", "Duration", "'PT1H30M'"),
                        told("locale", "'de_CH'", "Locale", "'de-CH'"),
                        "half: @Default(\"'\uD800'\") is no SQL value: it holds a control character, which char(13), for one,"
                                + " writes, or half a character."
                                + " | write one character in single quotes such as 'a', or an SQL expression in parentheses.");
    }

    private static String told(String component, String sql, String type, String example) {
        return component + ": @Default(\"" + sql + "\") is no value of " + type + ". | write " + example
                + ", or an SQL expression in parentheses.";
    }

    @Test
    void defaultsThatDoNotFit() {
        String orExpression = ", or an SQL expression in parentheses.";
        assertThat(errorOf(WrongDefaults.class).problems())
                .extracting(problem -> problem.where().substring((here + "WrongDefaults.").length()) + ": "
                        + problem.what() + " | " + problem.fix())
                .containsExactly(
                        "number: @Default(\"many\") is no value of int. | write an integer from -2147483648 to 2147483647"
                                + orExpression,
                        "large: @Default(\"99999999999\") is no value of int."
                                + " | write an integer from -2147483648 to 2147483647" + orExpression,
                        "larger: @Default(\"9223372036854775808\") is no value of long."
                                + " | write an integer from -9223372036854775808 to 9223372036854775807" + orExpression,
                        "hexadecimal: @Default(\"0x8000000000000000\") is no value of Short."
                                + " | write an integer from -32768 to 32767" + orExpression,
                        "flag: @Default(\"2\") is no value of boolean. | write TRUE or FALSE" + orExpression,
                        "text: @Default(\"open\") is no value of String. | write text in single quotes such as 'open'"
                                + orExpression,
                        "quoted: @Default(\"\"open\"\") holds a name in double quotes, and a default may name no column."
                                + " | write text in single quotes.",
                        "letter: @Default(\"'ab'\") is no value of char."
                                + " | write one character in single quotes such as 'a'" + orExpression,
                        "state: @Default(\"NEW\") is no value of State. | write one of 'NEW', 'RUNNABLE', 'BLOCKED',"
                                + " 'WAITING', 'TIMED_WAITING', 'TERMINATED'" + orExpression,
                        "required: @Default(\"NULL\") gives NULL to a column that is NOT NULL."
                                + " | remove @Default, or make the component @Nullable or Optional.",
                        "instant: @Default(\"CURRENT_TIMESTAMP\") is no value of Instant."
                                + " | write '2001-02-03T04:05:06.000000000Z'" + orExpression,
                        "date: @Default(\"'2001-02-30'\") is no value of LocalDate. | write '2001-02-03'"
                                + orExpression,
                        "bytes: @Default(\"x'0'\") is no value of byte[]. | write bytes such as x'00ff'" + orExpression,
                        "amount: @Default(\"1.5.0\") is no value of BigDecimal. | write a number such as 0.50"
                                + orExpression,
                        "open: @Default(\"(1) || (2)\") is no value of String."
                                + " | write text in single quotes such as 'open'" + orExpression,
                        "escape: @Default(\"(1)) STRICT; DROP TABLE other; --)\") is no SQL value: its parentheses do not match."
                                + " | write text in single quotes such as 'open'" + orExpression,
                        "now: it has @DefaultNow, and String holds no time."
                                + " | use Long, Instant, LocalDate, LocalDateTime, LocalTime, OffsetDateTime, ZonedDateTime,"
                                + " OffsetTime, Year, YearMonth, MonthDay, or remove @DefaultNow.",
                        "both: it has @Default and @DefaultNow at once. | remove one of them.");
    }

    @Table
    record BadDefaults(
            @PrimaryKey Long id,
            @Default("(datetim('now'))") String unknownFunction,
            @Default("('x')") int text,
            @Default("(NULL)") String nothing,
            @Default("(1 + 1)") int good) {}

    @Test
    void defaultsThatSqliteCannotStore() {
        assertThat(errorOf(BadDefaults.class).problems())
                .extracting(problem -> problem.where().substring((here + "BadDefaults, column ").length()) + ": "
                        + problem.what() + " | " + problem.fix())
                .containsExactly(
                        "unknown_function: SQLite cannot store its default (datetim('now')): unknown function: datetim()."
                                + " | correct the SQL.",
                        "text: SQLite cannot store its default ('x'): cannot store TEXT value in INTEGER column"
                                + " bad_defaults.text. | correct the SQL.",
                        "nothing: SQLite cannot store its default (NULL): NOT NULL constraint failed: bad_defaults.nothing."
                                + " | correct the SQL.");
    }

    /** Expressions that make something else than a bound value of the type is stored as. */
    @Table(strict = false)
    record OtherForms(
            @PrimaryKey Long id,
            @Default("(datetime('2001-02-03 04:05:06'))") Instant space,

            @Default("(strftime('%Y-%m-%dT%H:%M:%fZ', '2001-02-03 04:05:06'))")
            Instant milliseconds,

            @Default("(datetime('2001-02-03'))") LocalDate midnight,
            @Default("(time('04:05:06'))") LocalTime seconds,
            @Default("(1700000000)") OffsetDateTime number,

            @Default("(lower('123E4567E89B12D3A456426614174000'))")
            UUID digits,

            @Default("(100 + 200)") byte large,
            @Default("(1 / 2.0)") int half,
            @Default("('x' || 'y')") long text,
            @Default("(1e300)") float huge,
            @Default("('a' || 'b')") char letters,
            @Default("(1 + 1)") byte[] bytes,
            @Default("(x'00')") String blob,
            @Default("('PT' || '90M')") Duration minutes) {}

    @Test
    void expressionThatMakesAnotherFormIsTold() {
        String strftime = "use @DefaultNow for the current time, or produce that format with strftime().";
        String instant = ", and Instant is stored as '2001-02-03T04:05:06.000000000Z'";
        assertThat(errorOf(OtherForms.class).problems())
                .extracting(problem -> problem.where().substring((here + "OtherForms, column ").length()) + ": "
                        + problem.what() + " | " + problem.fix())
                .containsExactly(
                        made("space", "'2001-02-03 04:05:06'" + instant, strftime),
                        made("milliseconds", "'2001-02-03T04:05:06.000Z'" + instant, strftime),
                        made("midnight", "'2001-02-03 00:00:00', and LocalDate is stored as '2001-02-03'", strftime),
                        made("seconds", "'04:05:06', and LocalTime is stored as '04:05:06.000000000'", strftime),
                        made(
                                "number",
                                "'1700000000', and OffsetDateTime is stored as '2001-02-03T04:05:06.000000000+01:00'",
                                strftime),
                        made(
                                "digits",
                                "'123e4567e89b12d3a456426614174000', and UUID is stored as"
                                        + " '123e4567-e89b-12d3-a456-426614174000'",
                                "correct the SQL."),
                        made("large", "300, and Byte is stored as an integer from -128 to 127", "correct the SQL."),
                        made(
                                "half",
                                "0.5, and Integer is stored as an integer from -2147483648 to 2147483647",
                                "correct the SQL."),
                        made(
                                "text",
                                "'xy', and Long is stored as an integer from -9223372036854775808 to 9223372036854775807",
                                "correct the SQL."),
                        made("huge", "1.0E300, and Float is stored as a number such as 0.5", "correct the SQL."),
                        made(
                                "letters",
                                "'ab', and Character is stored as one character in single quotes such as 'a'",
                                "correct the SQL."),
                        made("bytes", "2, and byte[] is stored as bytes such as x'00ff'", "correct the SQL."),
                        made(
                                "blob",
                                "1 bytes, and String is stored as text in single quotes such as 'open'",
                                "correct the SQL."),
                        made("minutes", "'PT90M', and Duration is stored as 'PT1H30M'", "correct the SQL."));
    }

    @Table
    record TimesOfSqlite(
            @PrimaryKey Long id,
            @Default("(CURRENT_TIMESTAMP)") Instant current,
            @Default("(datetime('now'))") Instant now) {}

    @Test
    void timeAsSqliteWritesItIsNoDefaultOfAnInstant() {
        assertThat(errorOf(TimesOfSqlite.class).problems())
                .hasSize(2)
                .allSatisfy(
                        problem -> assertThat(problem.what())
                                .matches(
                                        "its default makes '\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d', and Instant is stored as .*"));
    }

    private static String made(String column, String what, String fix) {
        return column + ": its default makes " + what
                + ": SQLite would compare it wrongly with values that are bound. | " + fix;
    }

    @Table
    record TheSameForms(
            @PrimaryKey Long id,

            @Default("(strftime('%Y-%m-%dT%H:%M:%f000000Z', 'now', '+1 day'))")
            Instant tomorrow,

            @Default("(CURRENT_DATE)") LocalDate date,
            @Default("(CURRENT_TIMESTAMP)") String text,

            @Default("(CURRENT_TIMESTAMP)") @Column(type = "ANY")
            StringBuilder own,

            @Default("(unixepoch())") long seconds,
            @Default("(abs(random()) % 100)") byte any,
            @Default("(1.0 / 3)") float third,
            @Default("(NULL)") Optional<Instant> nothing,
            @Default("('EUR')") Currency currency) {}

    @Test
    void expressionThatMakesTheFormIsAccepted() {
        assertThat(reset(SchemaReset.forModels(TheSameForms.class)).plan().sql())
                .contains("\"date\" TEXT NOT NULL DEFAULT (CURRENT_DATE)");
    }

    private static final String TEN = "''''''''''";
    private static final String HUNDRED = TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN;
    private static final String THOUSAND =
            HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED;
    private static final String LONG_TEXT = "'" + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + "'";

    @Table
    record LongDefault(
            @PrimaryKey Long id, @Default(LONG_TEXT) String text) {}

    @Test
    void defaultMayBeLong() {
        assertThat(reset(SchemaReset.forModels(LongDefault.class)).plan().sql()).contains(LONG_TEXT);
    }
}
