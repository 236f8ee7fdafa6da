package dev.schemareset.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.Problem;
import org.junit.jupiter.api.Test;

/** SQL in annotations that leaves its place, means something else, or is none. */
class InvalidSqlTest extends InvalidModels {

    @Table
    @Index(value = "\"emial\"", name = "a")
    @Index(value = "email", where = "\"deletd\" = 0", name = "b")
    @Index(value = "email", where = "email IS NOT NULL;", name = "c")
    @Index(value = "email", where = "email <> '' -- only the named\n", name = "d")
    @Index(value = "lower(email", name = "e")
    @Index(value = "lower('email)", name = "f")
    @Index(value = "email || 'a\rb'", name = "g")
    @Index(value = "email, deleted", name = "h")
    record SqlTypos(@PrimaryKey Long id, String email, boolean deleted) {}

    @Test
    void sqlThatMeansSomethingElse() {
        String unknown = "@Index names the column \"%s\", which the record does not have.";
        String wrong = "the SQL \"%s\" of @Index is no expression: %s.";
        assertThat(errorOf(SqlTypos.class).problems())
                .extracting(Problem::what)
                .containsExactly(
                        unknown.formatted("emial"),
                        unknown.formatted("deletd"),
                        wrong.formatted("email IS NOT NULL;", "it holds a semicolon"),
                        wrong.formatted("email <> '' -- only the named", "it holds a comment"),
                        wrong.formatted("lower(email", "its parentheses do not match"),
                        wrong.formatted("lower('email)", "a quote is not closed"),
                        wrong.formatted(
                                "email || 'a\rb'",
                                "it holds a control character, which char(13), for one, writes, or half a character"),
                        wrong.formatted("email, deleted", "a comma stands between two expressions"));
    }

    @Table
    @Index(value = "lower(nmae)", name = "by_name")
    record BadExpression(
            @PrimaryKey Long id,
            String name,
            @Default("(name || 'x')") String copy) {}

    @Test
    void sqlThatSqliteDoesNotAccept() {
        SchemaReset reset = reset(SchemaReset.forModels(BadExpression.class));

        assertThat(errorOf(reset).problems())
                .containsExactly(
                        new Problem(
                                here + "BadExpression, column copy",
                                "SQLite cannot store its default (name || 'x'): default value of column [copy] is not constant.",
                                "correct the SQL."),
                        new Problem(
                                here + "BadExpression",
                                "SQLite does not accept its index by_name: no such column: nmae.",
                                "correct the SQL."));
        assertThat(directory).isEmptyDirectory();
    }
}
