package dev.schemareset.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Check;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.Generated;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** SQL in {@code @Check} and {@code @Generated} that SQLite refuses, or would only refuse when the first row comes. */
class InvalidExpressionsTest extends InvalidModels {

    private List<String> problemsOf(Class<?>... models) {
        return errorOf(reset(SchemaReset.forModels(models))).problems().stream()
                .map(problem -> problem.where().replace(here, "") + ": " + problem.what() + " | " + problem.fix())
                .toList();
    }

    @Table
    @Check("\"nmae\" <> ''")
    @Check("length(name) > 1; DROP TABLE other")
    record Typo(
            @PrimaryKey Long id,
            @Check("name <> '' /* not empty */") String name,
            @Generated("(name") String copy) {}

    @Test
    void expressionsThatLeaveTheirPlaceOrMeanText() {
        assertThat(problemsOf(Typo.class))
                .containsExactly(
                        "Typo.name: the SQL \"name <> '' /* not empty */\" of @Check is no expression: it holds a comment."
                                + " | write one SQL expression.",
                        "Typo.copy: the SQL \"(name\" of @Generated is no expression: its parentheses do not match."
                                + " | write one SQL expression.",
                        "Typo: @Check names the column \"nmae\", which the record does not have."
                                + " | use one of id, name, copy.",
                        "Typo: the SQL \"length(name) > 1; DROP TABLE other\" of @Check is no expression: it holds a"
                                + " semicolon. | write one SQL expression.");
    }

    @Table
    @Check("nmae <> ''")
    @Check("sum(size) > 1")
    @Check("day < date('now')")
    @Check(value = "size > 0", name = "fine")
    @Index(value = "day || date('now')", name = "by_day")
    @Index(value = "size", where = "lenght(day) > 1", name = "by_size")
    record Refused(
            @PrimaryKey Long id,
            @Check("size > (SELECT 1)") int size,
            String day,
            @Generated("random()") long chance,
            @Generated("lenght(day)") int length,
            @Generated("'many'") int many) {}

    @Test
    void everyExpressionIsJudgedByItself() {
        String check = "SQLite does not accept its @Check(\"%s\"): %s. | correct the SQL.";
        String time = " asks for the time, and SQLite would refuse rows because of it."
                + " | leave the time to @Default or @DefaultNow, or to the application.";
        String generated = "SQLite does not accept its @Generated(\"%s\"): %s. | correct the SQL.";
        assertThat(problemsOf(Refused.class))
                .containsExactly(
                        "Refused: the SQL \"day < date('now')\" of @Check" + time,
                        "Refused: the SQL \"day || date('now')\" of @Index" + time,
                        "Refused, column size: "
                                + check.formatted("size > (SELECT 1)", "subqueries prohibited in CHECK constraints"),
                        "Refused, column chance: "
                                + generated.formatted(
                                        "random()", "non-deterministic functions prohibited in generated columns"),
                        "Refused, column length: " + generated.formatted("lenght(day)", "no such function: lenght"),
                        "Refused, column many: "
                                + generated.formatted(
                                        "'many'", "cannot store TEXT value in INTEGER column refused.many"),
                        "Refused: " + check.formatted("nmae <> ''", "no such column: nmae"),
                        "Refused: " + check.formatted("sum(size) > 1", "misuse of aggregate function sum()"),
                        "Refused: SQLite does not accept its index by_size: no such function: lenght. | correct the SQL.");
    }

    @Table
    record Loop(
            @PrimaryKey Long id,
            @Generated("b") @Nullable Long a,
            @Generated("a") @Nullable Long b) {}

    @Table
    record OnlyGenerated(@Generated("1") long one) {}

    @Table
    record Untyped(@PrimaryKey Long id, Thread thread) {}

    @Test
    void problemsOfTheModelsAndOfSqliteAreToldTogether() {
        assertThat(problemsOf(Loop.class, OnlyGenerated.class, Untyped.class))
                .satisfiesExactly(
                        untyped -> assertThat(untyped)
                                .startsWith("Untyped.thread: the type java.lang.Thread has no SQLite column type."),
                        only -> assertThat(only)
                                .isEqualTo(
                                        "OnlyGenerated, column one: SQLite does not accept its @Generated(\"1\"): must"
                                                + " have at least one non-generated column. | correct the SQL."),
                        loop -> assertThat(loop)
                                .isEqualTo("Loop: SQLite does not accept its table: generated column loop on"
                                        + " \"b\". | correct the SQL."));
    }

    /** Its functions fail on text that is no JSON, and there is no row yet to blame them for. */
    @Table
    @Check("json_extract(body, '$.size') > 0")
    @Index(value = "json_extract(body, '$.name')", name = "document_name")
    record Document(
            @PrimaryKey Long id,
            String body,
            @Generated("json_extract(body, '$.name')") String name) {}

    @Test
    void expressionsThatFailForSomeValuesAreNoMistake() {
        assertThat(reset(SchemaReset.forModels(Document.class))
                        .plan()
                        .expected()
                        .objects())
                .hasSize(2);
    }

    @Table
    record Several(
            @PrimaryKey Long id,
            @Default("x") String a,
            @Check("nope > 1") String b,

            @Check("status <> 'date(''now'')' AND status <> 'now'")
            String status) {}

    @Test
    void modelWithAProblemIsJudgedBySqliteAllTheSame() {
        assertThat(problemsOf(Several.class))
                .containsExactly(
                        "Several.a: @Default(\"x\") is no value of String. | write text in single quotes such as 'open', or an"
                                + " SQL expression in parentheses.",
                        "Several, column b: SQLite does not accept its @Check(\"nope > 1\"): no such column: nope."
                                + " | correct the SQL.");
    }

    @Table
    record Labelled(
            @PrimaryKey Long id,
            String key,
            String value,
            @Generated("json_object(key, value)") String json,
            @Column(type = "ANY") @Default("TRUE") boolean flag) {}

    @Test
    void expressionThatFailsForNullOnlyIsNoMistake() {
        assertThat(reset(SchemaReset.forModels(Labelled.class))
                        .plan()
                        .expected()
                        .objects())
                .hasSize(1);
    }
}
