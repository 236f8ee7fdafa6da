package dev.schemareset.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Check;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.DefaultNow;
import dev.schemareset.annotation.Generated;
import dev.schemareset.annotation.Ignore;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import dev.schemareset.error.Problem;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.enums.EnumByOrdinal;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Columns whose annotations contradict each other, or say what no column can be. */
class InvalidColumnsTest extends InvalidModels {

    private List<String> problemsOf(Class<?> model) {
        return errorOf(model).problems().stream()
                .map(problem -> problem.where().replace(here + model.getSimpleName() + ".", "") + ": " + problem.what()
                        + " | " + problem.fix())
                .toList();
    }

    @Table
    record Written(
            @PrimaryKey Long id,
            @Column("a") @ColumnName("b") String twoNames,
            @ColumnName("a.b") String dotted,
            @Column(type = "VARCHAR(40)") String notStrict,
            @Column(collate = "GERMAN") String unknownCollation,
            @Column(collate = "NOCASE") long number,
            @Column(comment = "a\u0000b") String comment,
            @EnumByOrdinal Thread.State ordinal,
            @Json @Column(type = "BLOB") List<String> json) {}

    @Test
    void columnsThatCannotBe() {
        assertThat(problemsOf(Written.class))
                .containsExactly(
                        "twoNames: it has @Column and Jdbi's @ColumnName, both with a name. | remove one of them.",
                        "dotted: the name \"a.b\" of its @ColumnName holds a dot, at which Jdbi looks for a nested one."
                                + " | write @Column(\"a.b\") instead.",
                        "notStrict: the type \"VARCHAR(40)\" of its @Column is none of a STRICT table."
                                + " | use INT, INTEGER, REAL, TEXT, BLOB or ANY, or write @Table(strict = false).",
                        "unknownCollation: the collation \"GERMAN\" of its @Column is none of SQLite's own."
                                + " | use BINARY, NOCASE or RTRIM.",
                        "number: its @Column has a collation, which compares text, and its type is INTEGER."
                                + " | remove the collation.",
                        "comment: its comment holds a control character or half a character."
                                + " | write text, in as many lines as you like.",
                        "ordinal: Jdbi binds it in the way of @org.jdbi.v3.core.enums.EnumByOrdinal,"
                                + " and which type of column that needs is not known."
                                + " | name the type: @Column(type = \"...\").",
                        "json: it has Jdbi's @Json, which is text, and @Column(type = \"BLOB\"). | remove one of them.");
    }

    @Table(strict = false)
    record Loose(
            @PrimaryKey Long id,
            @Column(type = "TEXT PRIMARY KEY") String key,
            @Column(type = "TEXT, extra TEXT") String more,
            @Column(type = "TEXT not null") String required,
            @Column(type = "DECIMAL(10") double open,
            @Column(type = "double precision") double fine) {}

    @Test
    void typesThatSayMoreThanAType() {
        String is = "the type \"%s\" of its @Column is not the name of a type."
                + " | write one or more words, and numbers in parentheses after them, e.g. DECIMAL(10, 2).";
        assertThat(problemsOf(Loose.class))
                .containsExactly(
                        "key: " + is.formatted("TEXT PRIMARY KEY"),
                        "more: " + is.formatted("TEXT, extra TEXT"),
                        "required: " + is.formatted("TEXT not null"),
                        "open: " + is.formatted("DECIMAL(10"));
    }

    @Table
    record Contradicting(
            @PrimaryKey Long id,
            @Generated("id") @Default("1") long generatedDefault,
            @Generated("id") @DefaultNow Instant generatedNow,
            @Ignore String needed,
            @Ignore int neededNumber,
            @Ignore @Column("x") @Nullable String ignoredColumn,
            @Ignore @Nested @Nullable Part ignoredNested,
            @Column(type = "TEXT") @DefaultNow Thread ownTime,
            @Column(type = "INTEGER") @DefaultNow Instant otherTime,
            @Column(type = "BLOB") @Default("hello") Thread ownDefault) {}

    record Part(String name) {}

    @Test
    void annotationsThatContradictEachOther() {
        assertThat(problemsOf(Contradicting.class))
                .containsExactly(
                        "needed: it has @Ignore, and Jdbi cannot make the record without a value for it."
                                + " | mark it with a @Nullable that is kept at run time, such as JSpecify's.",
                        "neededNumber: it has @Ignore, and Jdbi cannot make the record without a value for it."
                                + " | make it of type Integer, and mark it with a @Nullable that is kept at run time, such as JSpecify's.",
                        "ignoredColumn: it has @Ignore and @Column at once. | remove one of them.",
                        "ignoredNested: it has @Ignore and @Nested at once. | remove one of them.",
                        "generatedDefault: it has @Generated and @Default at once. | remove one of them.",
                        "generatedNow: it has @Generated and @DefaultNow at once. | remove one of them.",
                        "ownTime: it has @DefaultNow, and how its Thread is written is not known."
                                + " | use Long, Instant, LocalDate, LocalDateTime, LocalTime, OffsetDateTime, ZonedDateTime,"
                                + " OffsetTime, Year, YearMonth, MonthDay, or remove @DefaultNow.",
                        "otherTime: it has @DefaultNow, and how its Instant is written is not known."
                                + " | use Long, Instant, LocalDate, LocalDateTime, LocalTime, OffsetDateTime, ZonedDateTime,"
                                + " OffsetTime, Year, YearMonth, MonthDay, or remove @DefaultNow.",
                        "ownDefault: @Default(\"hello\") is no value of Thread. | write a number, text in single quotes,"
                                + " bytes such as x'00ff', TRUE, FALSE or CURRENT_TIMESTAMP, or an SQL expression in parentheses.");
    }

    @Table
    @Ignore
    record Both(@PrimaryKey Long id) {}

    @Test
    void modelThatIsIgnored() {
        assertProblem(
                SchemaReset.forModels(Both.class),
                here + "Both",
                "it has @Table and @Ignore at once.",
                "remove one of them.");
    }

    @Table
    record OwnConstructor(
            @PrimaryKey Long id,
            @Json List<String> tags,
            @Nested("part") Part part) {
        OwnConstructor(Long id, List<String> tags, Part part) {
            this.id = id;
            this.tags = tags;
            this.part = part;
        }

        @Override
        public List<String> tags() {
            return tags;
        }
    }

    @Table
    record OwnAccessor(
            @PrimaryKey Long id,
            List<String> tags,
            @Ignore @Nullable String note) {
        OwnAccessor(Long id, List<String> tags, String note) {
            this.id = id;
            this.tags = tags;
            this.note = note;
        }

        @Override
        @Json
        public List<String> tags() {
            return tags;
        }
    }

    @Test
    void annotationsThatJdbiFindsInOnePlaceOnly() {
        assertThat(problemsOf(OwnAccessor.class))
                .containsExactly(
                        "tags: its @Json does not stand on the constructor's parameter, where Jdbi looks for it."
                                + " | write the same @Json on the component and on the parameter of the constructor.",
                        "note: it has @Ignore, and Jdbi cannot make the record without a value for it."
                                + " | mark it with a @Nullable that is kept at run time, such as JSpecify's, on the constructor's parameter too.");
    }

    @Table
    record Constants(@PrimaryKey Long id, @Nested("part") Part2 part) {
        @Unique
        static final int MOST = 3;
    }

    record Part2(String name) {
        @Check("1")
        @Check("2")
        static final int MOST = 3;
    }

    @Test
    void annotationsOnStaticFieldsOfRecords() {
        assertThat(errorOf(Constants.class).problems())
                .containsExactly(
                        new Problem(
                                here + "Constants",
                                "the static field MOST has @Unique, and is no component.",
                                "write it on a component, or remove it."),
                        new Problem(
                                here + "Constants.part",
                                "the static field MOST has @Check, and is no component.",
                                "write it on a component, or remove it."));
    }

    @Test
    void annotationsThatJdbiDoesNotFind() {
        assertThat(problemsOf(OwnConstructor.class))
                .containsExactly(
                        "tags: its @Json does not stand on the constructor's parameter, where Jdbi looks for it."
                                + " | write the same @Json on the component and on the parameter of the constructor.",
                        "tags: its @Json does not stand on its accessor, where Jdbi looks for it."
                                + " | write the same @Json on the component and on the method tags().",
                        "part: its @Nested does not stand on the constructor's parameter, where Jdbi looks for it."
                                + " | write the same @Nested on the component and on the parameter of the constructor.");
    }
}
