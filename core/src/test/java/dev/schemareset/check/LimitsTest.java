package dev.schemareset.check;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemareset.Confirm;
import dev.schemareset.ResetReport;
import dev.schemareset.SchemaReset;
import dev.schemareset.Undo;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.InvalidSchemaException;
import dev.schemareset.error.Problem;
import dev.schemareset.error.ResetFailedException;
import dev.schemareset.support.CompiledModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/** Models that exceed a limit of SQLite are told which, and nothing long is repeated. */
class LimitsTest {

    @TempDir
    Path directory;

    @Test
    void limitsAreThoseOfSqlite() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            assertThat(limit(connection, SQLiteLimits.SQLITE_LIMIT_COLUMN)).isEqualTo(Limits.COLUMNS);
            assertThat(limit(connection, SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH)).isEqualTo(Limits.STATEMENT_BYTES);
            assertThat(limit(connection, SQLiteLimits.SQLITE_LIMIT_EXPR_DEPTH)).isEqualTo(Limits.DEPTH);
            assertThat(limit(connection, SQLiteLimits.SQLITE_LIMIT_FUNCTION_ARG))
                    .isEqualTo(Limits.ARGUMENTS);
            assertThat(limit(connection, SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH))
                    .isEqualTo(Limits.PATTERN_BYTES);
        }
    }

    private static int limit(Connection connection, SQLiteLimits limit) throws SQLException {
        return connection.unwrap(SQLiteConnection.class).getDatabase().limit(limit.getId(), -1);
    }

    /** No constructor has more than 255 parameters, so most columns are those of eight nested records. */
    private void writeWide(int columnsOfTheModel, String annotation) throws Exception {
        write("Part", "public record Part(" + list(250, "int c%d") + ") {}");
        write(
                "Wide",
                annotation + "@Table public record Wide(" + list(columnsOfTheModel, "int m%d") + ", "
                        + list(8, "@Nested(\"p%1$d\") Part p%1$d") + ") {}");
    }

    @Test
    void moreColumnsThanATableHas() throws Exception {
        writeWide(1, "@Check(\"nothing = 1\") ");

        assertThat(problems())
                .containsExactly(new Problem(
                        "wide.Wide",
                        "it has 2,001 columns, and SQLite allows 2,000 in a table.",
                        "divide it into several models."));
    }

    @Test
    void moreColumnsThanAnIndexHas() throws Exception {
        write(
                "Wide",
                "@Index(name = \"all_of_it\", value = {" + list(2_001, "\"id + %d\"")
                        + "}) @Table public record Wide(@PrimaryKey Long id) {}");

        assertThat(problems())
                .containsExactly(new Problem(
                        "wide.Wide",
                        "its index all_of_it has 2,001 columns, and SQLite allows 2,000 in an index.",
                        "index fewer of them."));
    }

    @Test
    void moreBytesThanAStatementHas() throws Exception {
        String comment = "é".repeat(32_000);
        write(
                "Wide",
                "@Table public record Wide(" + list(16, "@Column(comment = \"" + comment + "\") int c%d") + ") {}");

        assertThat(problems())
                .containsExactly(new Problem(
                        "wide.Wide",
                        "the SQL of its table wide has 1,024,531 bytes, and SQLite allows 1,000,000 in a statement.",
                        "shorten its names, comments, expressions and enums, or divide it into several models."));
    }

    @Test
    void deeperThanAnExpressionIs() throws Exception {
        String check =
                IntStream.range(0, 1_001).mapToObj("name = 'n%d'"::formatted).collect(joining(" OR "));
        write("Wide", "@Check(\"" + check + "\") @Table public record Wide(String name) {}");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo("wide.Wide");
            assertThat(problem.what())
                    .startsWith("SQLite does not accept its @Check(\"name = 'n0' OR name = 'n1' OR ")
                    .endsWith(" OR name = 'n1000'\"): Expression tree is too large (maximum depth 1000).")
                    .hasSizeLessThan(1_010);
            assertThat(problem.fix())
                    .isEqualTo(
                            "SQLite allows 1,000 operators after or inside one another: write IN (...) for many OR, or several"
                                    + " @Check for many AND.");
        });
    }

    @Test
    void moreArgumentsThanAFunctionHas() throws Exception {
        String arguments = String.join(", ", Collections.nCopies(101, "n"));
        write("Wide", "@Table public record Wide(int n, @Generated(\"max(" + arguments + ")\") int most) {}");

        assertThat(problems())
                .containsExactly(new Problem(
                        "wide.Wide, column most",
                        "SQLite does not accept its @Generated(\"max(" + arguments
                                + ")\"): too many arguments on function max.",
                        "SQLite allows 100 arguments: put calls of the function into one another."));
    }

    /** Which SQLite finds when a row is written, whatever it holds. */
    @Test
    void longerThanAPatternIs() throws Exception {
        write("Wide", "@Table public record Wide(@Check(\"name LIKE '" + "%a".repeat(25_001) + "'\") String name) {}");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo("wide.Wide, column name");
            assertThat(problem.what())
                    .startsWith("SQLite does not accept its @Check(\"name LIKE '%a%a%a")
                    .endsWith("%a%a'\"): LIKE or GLOB pattern too complex.")
                    .hasSizeLessThan(1_010);
            assertThat(problem.fix()).isEqualTo("SQLite allows 50,000 bytes of a pattern: write a shorter one.");
        });
    }

    @Test
    void asMuchAsIsAllowed() throws Exception {
        String check = IntStream.range(0, 999).mapToObj("m0 <> %d"::formatted).collect(joining(" OR "));
        String arguments = String.join(", ", Collections.nCopies(100, "m0"));
        // Two hundred columns of its own, and eight times 225.
        write("Part", "public record Part(" + list(225, "int c%d") + ") {}");
        write(
                "Wide",
                "@Check(\"" + check + "\") @Check(\"max(" + arguments + ") > 0\")"
                        + "@Check(\"m0 LIKE '" + "%".repeat(50_000) + "'\")"
                        + "@Index(name = \"all_of_it\", value = {" + list(2_000, "\"m0 + %d\"") + "})"
                        + "@Table public record Wide(" + list(200, "int m%d") + ", "
                        + list(8, "@Nested(\"p%1$d\") Part p%1$d") + ") {}");
        CompiledModels models = CompiledModels.of(directory, directory);

        ResetReport report = models.onClassPath(() -> SchemaReset.forPackage("wide")
                .database(directory.resolve("local.db"))
                .apply(Confirm.YES));

        assertThat(report.created()).hasSize(2);
    }

    @Test
    void unknownColumnAmongMany() throws Exception {
        writeWide(1, "@Index(\"nothing\") ");

        InvalidSchemaException error = error();

        assertThat(error.problems().get(0).what())
                .isEqualTo("@Index names the column \"nothing\", which the record does not have.");
        assertThat(error.problems().get(0).fix())
                .startsWith("use one of m0, p0_c0, p0_c1, ")
                .endsWith(", p7_c249.");
        assertThat(error.getMessage()).hasSizeLessThan(2_000);
    }

    @Table
    record Note(@PrimaryKey Long id) {}

    @Test
    void moreDatabasesThanAConnectionHas() throws Exception {
        Path file = directory.resolve("local.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            SchemaReset reset = SchemaReset.forModels(Note.class)
                    .database(Jdbi.create(connection))
                    .backups(directory.resolve("backups"), 1);
            reset.apply(Confirm.YES);
            statement.execute("INSERT INTO note VALUES (7)");
            for (int i = 0; i < 10; i++) {
                statement.execute("ATTACH ':memory:' AS other" + i);
            }
            Undo undo = reset.apply(Confirm.YES).undo().orElseThrow();

            assertThatThrownBy(() -> undo.restore(Confirm.YES))
                    .isInstanceOf(ResetFailedException.class)
                    .hasMessageEndingWith("""
                            : its connection has 10 databases attached, and SQLite allows 10.
                            Your data: nothing was changed.
                            What to do: detach one of them, and run again.""");
            statement.execute("DETACH other3");
            assertThat(undo.restore(Confirm.YES).restored()).hasSize(1);
        }
    }

    private void write(String name, String source) throws Exception {
        Files.writeString(
                directory.resolve(name + ".java"),
                "package wide; import dev.schemareset.annotation.*; import org.jdbi.v3.core.mapper.Nested; " + source);
    }

    private List<Problem> problems() {
        return error().problems();
    }

    private InvalidSchemaException error() {
        CompiledModels models = CompiledModels.of(directory, directory);
        SchemaReset reset = SchemaReset.forPackage("wide").database(directory.resolve("local.db"));
        return models.onClassPath(
                () -> catchThrowableOfType(InvalidSchemaException.class, () -> reset.apply(Confirm.YES)));
    }

    private static String list(int count, String pattern) {
        return IntStream.range(0, count).mapToObj(pattern::formatted).collect(joining(", "));
    }
}
