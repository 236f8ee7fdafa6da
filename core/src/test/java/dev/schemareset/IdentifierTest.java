package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemareset.error.InvalidSchemaException;
import dev.schemareset.error.Problem;
import dev.schemareset.model.Name;
import dev.schemareset.support.CompiledModels;
import dev.schemareset.support.JavaSource;
import dev.schemareset.support.Sqlite;
import dev.schemareset.support.SqliteShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of every kind, for everything that can be named: they work as they are, or are refused with the reason. */
class IdentifierTest {

    private static final List<String> WORKING = List.of(
            "select",
            "TABLE",
            "order by",
            "index",
            "rowid",
            "oid",
            "Group.Name",
            "main.users",
            "temp",
            " leading and trailing ",
            "it's",
            "say \"hi\"",
            "\"",
            "\"\"",
            "`back`",
            "[square]",
            "]",
            "x\"; DROP TABLE other; --",
            "x\" TEXT, \"y",
            "x'); DELETE FROM other; --",
            "/* comment */",
            "-- comment",
            "a;b",
            "?1",
            ":named",
            "@at",
            "$dollar",
            "#",
            "%s %n",
            "a\\b",
            "1st",
            "42",
            "naïve Größe",
            "İstanbul",
            "Ÿ",
            "таблица",
            "表",
            "\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
            "\ud83d\ude00",
            "\ud83d\udc69\u200d\ud83d\udc69",
            "e\u0301",
            "\u202ereversed",
            "\ufeffbom",
            "null",
            "sqlitelike",
            "pragma_table_info",
            "x".repeat(1_000),
            "é\ud83d\ude00".repeat(333) + "!");

    private static final List<String> REFUSED = List.of(
            "line\nfeed", "tab\there", "nul\0", "escape\u001b[31m", "\u0085", "half \ud83d", "\ude00", " ", "\u3000");

    @TempDir
    private static Path sources;

    @TempDir
    private static Path classes;

    @TempDir
    private Path directory;

    private static CompiledModels models;

    @BeforeAll
    static void compile() throws IOException {
        for (int i = 0; i < WORKING.size(); i++) {
            write("working" + i, WORKING.get(i));
        }
        for (int i = 0; i < REFUSED.size(); i++) {
            write("refused" + i, REFUSED.get(i));
        }
        models = CompiledModels.of(sources, classes);
    }

    private static void write(String packageName, String name) throws IOException {
        Path folder = Files.createDirectories(sources.resolve(packageName));
        Files.writeString(folder.resolve("Model.java"), """
                package %1$s;

                import dev.schemareset.annotation.Check;
                import dev.schemareset.annotation.Column;
                import dev.schemareset.annotation.ForeignKey;
                import dev.schemareset.annotation.Index;
                import dev.schemareset.annotation.PrimaryKey;
                import dev.schemareset.annotation.Table;
                import dev.schemareset.annotation.Unique;

                @Table(%2$s)
                @Index(value = %3$s, name = %4$s)
                @Unique(value = {%2$s, "id"}, name = %2$s)
                @Check(value = %5$s, name = %2$s)
                @ForeignKey(columns = %2$s, references = Model.class, referencedColumns = %2$s)
                public record Model(@PrimaryKey long id, @Column(%2$s) @Unique @Index String value) {}
                """.formatted(
                        packageName,
                        JavaSource.literal(name),
                        JavaSource.literal(name + " DESC"),
                        JavaSource.literal(name + " index"),
                        JavaSource.literal("length(" + new Name(name).quoted() + ") > 0")));
    }

    static Stream<Arguments> working() {
        return IntStream.range(0, WORKING.size()).mapToObj(i -> Arguments.of(i, WORKING.get(i)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("working")
    void nameOfEverything(int number, String name) throws Exception {
        Path database = directory.resolve("applied.db");
        Path fed = directory.resolve("fed.db");
        Sqlite.execute(database, "CREATE TABLE other(a)");

        Path script = withModels("working" + number, reset -> {
            reset.database(database).apply(Confirm.YES_DROP_FOREIGN_TABLES);
            assertThat(writeAndRead(reset.database(database), "working" + number, name))
                    .isEqualTo("kept");
            return reset.database(fed).generate().path();
        });
        SqliteShell.run(fed, script);

        assertThat(
                        Sqlite.query(
                                database,
                                "SELECT name FROM sqlite_schema WHERE sql IS NOT NULL AND name <> '_schema_reset' ORDER BY rowid"))
                .containsExactly(name, name + "_" + name + "_idx", name + " index");
        assertThat(Sqlite.query(database, "SELECT name FROM pragma_table_xinfo('" + name.replace("'", "''") + "')"))
                .containsExactly("id", name);
        assertThat(Sqlite.schema(fed)).isEqualTo(Sqlite.schema(database));
    }

    private static String writeAndRead(SchemaReset reset, String packageName, String name) {
        try (Handle handle = reset.jdbi().open()) {
            Class<?> model = Class.forName(
                    packageName + ".Model", true, Thread.currentThread().getContextClassLoader());
            String quoted = new Name(name).quoted();
            handle.getConnection().createStatement().execute("INSERT INTO " + quoted + " VALUES (1, 'kept')");
            Object row = handle.createQuery("SELECT * FROM <table>")
                    .define("table", quoted)
                    .mapTo(model)
                    .one();
            return (String) model.getMethod("value").invoke(row);
        } catch (ReflectiveOperationException | java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Arguments> refused() {
        return IntStream.range(0, REFUSED.size()).mapToObj(i -> Arguments.of(i, REFUSED.get(i)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void nameThatIsRefused(int number, String name) {
        InvalidSchemaException error = catchThrowableOfType(
                InvalidSchemaException.class,
                () -> withModels(
                        "refused" + number,
                        reset -> reset.database(directory.resolve("local.db")).apply(Confirm.YES)));

        assertThat(error.problems())
                .extracting(Problem::what)
                .containsAnyOf(
                        "a name holds a line break or another control character.",
                        "a name holds half a character, a lone surrogate.",
                        "a name is blank.");
        assertThat(directory).isEmptyDirectory();
    }

    private <T> T withModels(String packageName, Function<SchemaReset, T> work) {
        return models.onClassPath(() ->
                work.apply(SchemaReset.forPackage(packageName).migrationsDirectory(directory.resolve("migrations"))));
    }
}
