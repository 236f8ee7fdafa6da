package dev.schemareset;

import static dev.schemareset.annotation.ForeignKeyAction.SET_DEFAULT;
import static dev.schemareset.annotation.ForeignKeyAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.DefaultNow;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import dev.schemareset.error.InvalidSchemaException;
import dev.schemareset.error.Problem;
import dev.schemareset.support.CompiledModels;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake in the models is told with where, what and fix, all at once, before the database is touched. */
class InvalidModelsTest {

    private static final String HERE = InvalidModelsTest.class.getName() + ".";

    @TempDir
    private Path directory;

    // ---- the message as a whole

    @Table
    record Order(
            @PrimaryKey Long id,
            Locale locale,
            @References(Address.class) long addressId) {}

    record Address(@PrimaryKey Long id) {}

    @Test
    void messageTellsAllProblemsTheStateOfTheDataAndWhatToDo() {
        InvalidSchemaException error = errorOf(Order.class);

        assertThat(error).hasMessage("""
                        The models have 2 problems.
                        - dev.schemareset.InvalidModelsTest.Order.locale: the type java.util.Locale has no SQLite column type.
                          Fix: use one of String, Character, Boolean, Byte, Short, Integer, Long, Float, Double, BigDecimal, UUID, byte[], Instant, LocalDate, LocalDateTime, LocalTime, an enum, a primitive, or Optional of one of them.
                        - dev.schemareset.InvalidModelsTest.Order.addressId: it refers to dev.schemareset.InvalidModelsTest.Address, which is not a model.
                          Fix: write @Table on dev.schemareset.InvalidModelsTest.Address, or remove @References.
                        Your data: nothing was changed; the models are checked before the database is touched.
                        What to do: correct the models and run again.""");
        assertThat(error.problems())
                .extracting(Problem::where)
                .containsExactly(HERE + "Order.locale", HERE + "Order.addressId");
        assertThat(directory).isEmptyDirectory();
    }

    // ---- packages

    @Test
    void packageWithoutAnyClass() {
        assertProblem(
                SchemaReset.forPackage("no.such.models"),
                "no.such.models",
                "no model was found here or in a sub-package. Scanned classes: 0; records without @Table: none.",
                "check the name of the package, and that its classes are on the class path or module path.");
    }

    @Test
    void packageWithRecordsButNoModel() {
        assertProblem(
                SchemaReset.forPackage("dev.schemareset.fixture.plain"),
                "dev.schemareset.fixture.plain",
                "no model was found here or in a sub-package. Scanned classes: 1; records without @Table:"
                        + " dev.schemareset.fixture.plain.Plain.",
                "write @Table on the records that are models.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "app.*", "app/models", "app..models", "app.models."})
    void whatIsNoPackage(String name) {
        assertProblem(
                SchemaReset.forPackages("dev.schemareset.fixture.shop", name),
                "forPackages",
                "\"" + name + "\" is not the name of a package.",
                "name the package of your models, e.g. \"app.models\".");
    }

    @Test
    void everyPackageMustHoldAModel() {
        assertProblem(
                SchemaReset.forPackages("dev.schemareset.fixture.shop", "dev.schemareset.fixture.sho"),
                "dev.schemareset.fixture.sho",
                "no model was found here or in a sub-package. Scanned classes: 0; records without @Table: none.",
                "check the name of the package, and that its classes are on the class path or module path.");
    }

    /** An annotation that carries the annotation is not the annotation. */
    @Test
    void tableOnAnAnnotation() {
        assertProblem(
                SchemaReset.forPackage("dev.schemareset.fixture.meta"),
                "dev.schemareset.fixture.meta.Entity",
                "it carries @Table and is not a record.",
                "make it a record, or remove @Table.");
    }

    @Test
    void recordWithAnAnnotationThatCarriesTableIsNoModel() {
        assertProblem(
                SchemaReset.forPackage("dev.schemareset.fixture.nested"),
                "dev.schemareset.fixture.nested",
                "no model was found here or in a sub-package. Scanned classes: 1; records without @Table:"
                        + " dev.schemareset.fixture.nested.Marked.",
                "write @Table on the records that are models.");
    }

    @Test
    void classThatIsNotThere() throws Exception {
        Files.writeString(directory.resolve("Part.java"), "package broken; public enum Part {A}");
        Files.writeString(
                directory.resolve("Whole.java"),
                "package broken; @dev.schemareset.annotation.Table public record Whole(Part part) {}");
        CompiledModels models = CompiledModels.of(directory, directory);
        Files.delete(directory.resolve("broken/Part.class"));

        assertThat(models.onClassPath(
                        () -> errorOf(SchemaReset.forPackage("broken")).problems()))
                .containsExactly(
                        new Problem(
                                "broken.Whole",
                                "it cannot be read: java.lang.NoClassDefFoundError: broken/Part.",
                                "put what it needs on the class path or module path, and look whether that can be initialised."));
    }

    @Test
    void noModelNamed() {
        assertProblem(
                SchemaReset.forModels(),
                "forModels",
                "no class is named.",
                "name your models, e.g. forModels(User.class, Team.class).");
    }

    @Test
    void modelWithoutTable() {
        assertProblem(
                SchemaReset.forModels(Address.class),
                HERE + "Address",
                "it carries no @Table.",
                "write @Table on it, or leave it out of forModels.");
    }

    @Table
    static final class NoRecord {}

    @Test
    void tableOnAClass() {
        assertProblem(
                SchemaReset.forModels(NoRecord.class),
                HERE + "NoRecord",
                "it carries @Table and is not a record.",
                "make it a record, or remove @Table.");
    }

    // ---- names

    @Table("users")
    record User(@PrimaryKey Long id) {}

    @Table("USERS")
    record Customer(@PrimaryKey Long id) {}

    @Test
    void twoTablesWithOneNameDifferingInCase() {
        assertProblem(
                SchemaReset.forModels(User.class, Customer.class),
                HERE + "User",
                "its table \"users\" has the name of the table \"USERS\" of " + HERE
                        + "Customer; SQLite does not tell A"
                        + " from a, nor the name of a table from that of an index.",
                "name one of them with @Table(\"...\").");
    }

    @Table
    @Index(value = "id", name = "tag")
    record Tag(@PrimaryKey Long id) {}

    @Test
    void indexNamedAsATable() {
        assertProblem(
                SchemaReset.forModels(Tag.class),
                HERE + "Tag",
                "its index \"tag\" has the name of the table \"tag\" of " + HERE + "Tag; SQLite does not tell A from a,"
                        + " nor the name of a table from that of an index.",
                "name one of them with @Index(name = \"...\").");
    }

    @Table("sqlite_things")
    record Reserved(@PrimaryKey Long id) {}

    @Test
    void reservedName() {
        assertProblem(
                SchemaReset.forModels(Reserved.class),
                HERE + "Reserved",
                "the name \"sqlite_things\" begins with sqlite_, which SQLite keeps for itself.",
                "choose another name.");
    }

    @Table(" ")
    record Blank(@PrimaryKey Long id) {}

    @Test
    void blankName() {
        assertProblem(
                SchemaReset.forModels(Blank.class),
                HERE + "Blank",
                "a name is blank.",
                "write a name, or leave it out for the default.");
    }

    @Table
    record Twice(@PrimaryKey Long userId, String user_id) {}

    @Test
    void twoColumnsWithOneName() {
        assertProblem(
                SchemaReset.forModels(Twice.class),
                HERE + "Twice.user_id",
                "its column \"user_id\" differs from that of userId at most in case and underscores, by which neither SQLite"
                        + " nor Jdbi tells columns apart.",
                "name one of them otherwise, with another component name or Jdbi's @ColumnName.");
    }

    @Table
    record Empty() {}

    @Test
    void recordWithoutComponents() {
        assertProblem(
                SchemaReset.forModels(Empty.class),
                HERE + "Empty",
                "it has no component, and a table needs a column.",
                "give it a component.");
    }

    // ---- types and null

    @Table
    record Generic(@PrimaryKey Long id, Optional<List<String>> names) {}

    @Test
    void unsupportedTypeInsideOptional() {
        assertThat(errorOf(Generic.class).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo(HERE + "Generic.names");
            assertThat(problem.what())
                    .isEqualTo(
                            "the type java.util.Optional<java.util.List<java.lang.String>> has no SQLite column type.");
        });
    }

    enum Nothing {}

    @Table
    record WithEmptyEnum(@PrimaryKey Long id, Nothing nothing) {}

    @Test
    void enumWithoutConstants() {
        assertProblem(
                SchemaReset.forModels(WithEmptyEnum.class),
                HERE + "WithEmptyEnum.nothing",
                "the enum " + HERE + "Nothing has no constants, so no value could be stored.",
                "give it constants.");
    }

    @Table
    @SuppressWarnings("NullablePrimitive")
    record NullPrimitive(
            @PrimaryKey Long id, @Legacy.Nullable int count) {}

    /** An annotation as older libraries have it: on declarations, not on types. */
    static final class Legacy {
        @interface Nullable {}
    }

    @Test
    void nullablePrimitive() {
        assertProblem(
                SchemaReset.forModels(NullPrimitive.class),
                HERE + "NullPrimitive.count",
                "it is @Nullable, and int cannot be null.",
                "use Integer, or remove @Nullable.");
    }

    @Table
    @SuppressWarnings("NullableOptional")
    record DoublyNull(@PrimaryKey Long id, @Nullable Optional<String> name) {}

    @Test
    void optionalAndNullable() {
        assertProblem(
                SchemaReset.forModels(DoublyNull.class),
                HERE + "DoublyNull.name",
                "it is Optional and @Nullable at once.",
                "keep Optional, and remove @Nullable.");
    }

    // ---- keys

    @Table
    record NullKey(@PrimaryKey Optional<String> code) {}

    @Test
    void nullableKey() {
        assertProblem(
                SchemaReset.forModels(NullKey.class),
                HERE + "NullKey.code",
                "it is part of the primary key and may be null.",
                "remove @Nullable or Optional; only a single key of an integer type may be null, on insert.");
    }

    @Table
    record DefaultKey(@PrimaryKey @Default("7") Long id) {}

    @Test
    void defaultOfAKeyThatSqliteAssigns() {
        assertProblem(
                SchemaReset.forModels(DefaultKey.class),
                HERE + "DefaultKey.id",
                "it has a default, and SQLite assigns a single integer key itself and never uses the default.",
                "remove @Default or @DefaultNow.");
    }

    @Table
    record CountedText(@PrimaryKey(autoincrement = true) String code) {}

    @Test
    void autoincrementOfText() {
        assertProblem(
                SchemaReset.forModels(CountedText.class),
                HERE + "CountedText.code",
                "autoincrement needs a single key of an integer type.",
                "remove autoincrement, or make a single long the primary key.");
    }

    @Table
    @Unique({"email", "nmae"})
    record Typo(@PrimaryKey Long id, String email, String name) {}

    @Test
    void uniqueOfAnUnknownColumn() {
        assertProblem(
                SchemaReset.forModels(Typo.class),
                HERE + "Typo",
                "@Unique names the column \"nmae\", which the record does not have.",
                "use one of id, email, name.");
    }

    @Table
    @Index("createdAt DESC")
    record IndexTypo(@PrimaryKey Long id, Instant createdAt) {}

    @Test
    void indexOfAnUnknownColumn() {
        assertProblem(
                SchemaReset.forModels(IndexTypo.class),
                HERE + "IndexTypo",
                "@Index names the column \"createdAt\", which the record does not have.",
                "use one of id, created_at.");
    }

    @Table
    @Unique
    @Index
    record NoColumns(@PrimaryKey Long id) {}

    @Test
    void uniqueAndIndexOfNothing() {
        assertThat(errorOf(NoColumns.class).problems())
                .containsExactly(
                        new Problem(
                                HERE + "NoColumns",
                                "@Unique on a record names no column.",
                                "name the columns, e.g. @Unique({\"a\", \"b\"}), or move it to a component."),
                        new Problem(
                                HERE + "NoColumns",
                                "@Index on a record names no column.",
                                "name the columns, e.g. @Index({\"a\", \"b\"}), or move it to a component."));
    }

    @Table
    record Misplaced(
            @PrimaryKey Long id,
            @Unique("id") String a,
            @Index("id") String b) {}

    @Test
    void columnsNamedOnAComponent() {
        assertThat(errorOf(Misplaced.class).problems())
                .containsExactly(
                        new Problem(
                                HERE + "Misplaced.a",
                                "@Unique names columns on a component, which is the column itself.",
                                "remove the names, or move @Unique to the record."),
                        new Problem(
                                HERE + "Misplaced.b",
                                "@Index names columns on a component, which is the column itself.",
                                "remove the names, or move @Index to the record."));
    }

    // ---- defaults

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

    @Test
    void defaultsThatDoNotFit() {
        String orExpression = ", or an SQL expression in parentheses.";
        assertThat(errorOf(WrongDefaults.class).problems())
                .extracting(problem -> problem.where().substring((HERE + "WrongDefaults.").length()) + ": "
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
                                + " | use Instant, LocalDateTime, LocalDate, LocalTime or long, or remove @DefaultNow.",
                        "both: it has @Default and @DefaultNow at once. | remove one of them.");
    }

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
                                "email || 'a\rb'", "it holds a control character; char(13), for one, writes it"),
                        wrong.formatted("email, deleted", "a comma stands between two expressions"));
    }

    @Table("a\r\nb")
    record TwoLines(@PrimaryKey Long id) {}

    @Test
    void nameWithALineBreak() {
        assertProblem(
                SchemaReset.forModels(TwoLines.class),
                HERE + "TwoLines",
                "a name holds a line break or another control character.",
                "choose another name.");
    }

    @Table
    record Renamed(
            @PrimaryKey Long id, @ColumnName("full_title") String title) {
        Renamed(Long id, String title) {
            this.id = id;
            this.title = title;
        }
    }

    @Test
    void columnNameThatJdbiWouldNotFind() {
        assertProblem(
                SchemaReset.forModels(Renamed.class),
                HERE + "Renamed.title",
                "its @ColumnName does not stand on the constructor's parameter, where Jdbi looks for it.",
                "write the same @ColumnName on the component and on the parameter of the constructor.");
    }

    // ---- references

    @Table
    record TextKeyed(@PrimaryKey String code, int size) {}

    @Table
    record Pair(@PrimaryKey int a, @PrimaryKey int b) {}

    @Table
    record Referring(
            @PrimaryKey Long id,
            @References(User.class) long unscanned,
            @References(TextKeyed.class) long mistyped,
            @References(Pair.class) int composite,

            @References(value = TextKeyed.class, column = "colour")
            String unknown,

            @References(value = TextKeyed.class, column = "size")
            int notUnique,

            @References(value = TextKeyed.class, onDelete = SET_NULL)
            String setNull,

            @References(value = TextKeyed.class, onUpdate = SET_DEFAULT)
            String setDefault) {}

    @Test
    void referencesThatCannotBe() {
        SchemaReset reset = reset(SchemaReset.forModels(Referring.class, TextKeyed.class, Pair.class));

        assertThat(errorOf(reset).problems())
                .extracting(problem ->
                        problem.where().substring(HERE.length()) + " " + problem.what() + " | " + problem.fix())
                .containsExactly(
                        "Referring.unscanned it refers to " + HERE
                                + "User, which is not among the models that were scanned."
                                + " | scan its package too: forPackages(...) and forModels(...) take several.",
                        "Referring.mistyped it is of type INTEGER and refers to text_keyed.code of type TEXT: no value is both."
                                + " | give both components the same type.",
                        "Referring.composite it refers to " + HERE + "Pair, which has no primary key of one column."
                                + " | name a unique column of it: @References(value = ..., column = \"...\").",
                        "Referring.unknown it refers to the column \"colour\", which " + HERE
                                + "TextKeyed does not have."
                                + " | name one of its columns, or leave out the column for its primary key.",
                        "Referring.notUnique it refers to text_keyed.size, which is neither the primary key nor unique by itself."
                                + " | write @Unique on that component of " + HERE + "TextKeyed.",
                        "Referring.setNull its action SET_NULL would put NULL into a column that is NOT NULL."
                                + " | make the component @Nullable or Optional, or choose another action.",
                        "Referring.setDefault its action SET_DEFAULT finds no default, and NULL cannot stand in a column that is NOT NULL."
                                + " | write @Default on the component, or choose another action.");
    }

    // ---- SQL that only SQLite can judge

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
                .extracting(Problem::what)
                .first()
                .asString()
                .startsWith(
                        "SQLite does not accept it: [SQLITE_ERROR] SQL error or missing database (default value of column"
                                + " [copy] is not constant)");
        assertThat(directory).isEmptyDirectory();
    }

    @Table
    @Index("nmae")
    @Index("emial")
    record IndexTypos(
            @PrimaryKey Long id, @References(String.class) String name) {}

    @Test
    void mistakeBringsNoFurtherProblem() {
        assertThat(errorOf(IndexTypos.class).problems())
                .containsExactly(
                        new Problem(
                                HERE + "IndexTypos",
                                "@Index names the column \"nmae\", which the record does not have.",
                                "use one of id, name."),
                        new Problem(
                                HERE + "IndexTypos",
                                "@Index names the column \"emial\", which the record does not have.",
                                "use one of id, name."),
                        new Problem(
                                HERE + "IndexTypos.name",
                                "it refers to java.lang.String, which is not a model.",
                                "refer to a record with @Table, or remove @References."));
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
                .extracting(problem -> problem.where() + ": " + problem.what() + " | " + problem.fix())
                .containsExactly(
                        "Column unknown_function of table bad_defaults: SQLite cannot store its default datetim('now'):"
                                + " [SQLITE_ERROR] SQL error or missing database (no such function: datetim)."
                                + " | correct the @Default of that component.",
                        "Column text of table bad_defaults: SQLite cannot store its default 'x':"
                                + " [SQLITE_CONSTRAINT_DATATYPE] An insert or update attempted to store a value inconsistent with the"
                                + " column's declared type in a table defined as STRICT"
                                + " (cannot store TEXT value in INTEGER column stored.value)."
                                + " | correct the @Default of that component.",
                        "Column nothing of table bad_defaults: SQLite cannot store its default NULL:"
                                + " [SQLITE_CONSTRAINT_NOTNULL] A NOT NULL constraint failed"
                                + " (NOT NULL constraint failed: stored.value). | correct the @Default of that component.");
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

    // ---- what every error leaves behind

    @Test
    void nothingIsTouched() throws Exception {
        Path database = Files.writeString(directory.resolve("local.db"), "");
        SchemaReset reset = SchemaReset.forModels(Order.class)
                .database(database)
                .migrationsDirectory(directory.resolve("migrations"));

        assertThatThrownBy(reset::generate).isInstanceOf(InvalidSchemaException.class);
        assertThatThrownBy(() -> reset.apply(Confirm.YES)).isInstanceOf(InvalidSchemaException.class);
        assertThatThrownBy(reset::info).isInstanceOf(InvalidSchemaException.class);

        assertThat(database).isEmptyFile();
        assertThat(directory.resolve("migrations")).doesNotExist();
    }

    private void assertProblem(SchemaReset reset, String where, String what, String fix) {
        assertThat(errorOf(reset(reset)).problems()).containsExactly(new Problem(where, what, fix));
    }

    private InvalidSchemaException errorOf(Class<?> model) {
        return errorOf(reset(SchemaReset.forModels(model)));
    }

    private static InvalidSchemaException errorOf(SchemaReset reset) {
        return catchThrowableOfType(InvalidSchemaException.class, () -> reset.apply(Confirm.YES));
    }

    private SchemaReset reset(SchemaReset reset) {
        return reset.database(directory.resolve("local.db"));
    }
}
