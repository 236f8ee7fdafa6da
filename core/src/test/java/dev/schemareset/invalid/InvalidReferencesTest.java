package dev.schemareset.invalid;

import static dev.schemareset.annotation.ForeignKeyAction.CASCADE;
import static dev.schemareset.annotation.ForeignKeyAction.SET_DEFAULT;
import static dev.schemareset.annotation.ForeignKeyAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.ForeignKey;
import dev.schemareset.annotation.Generated;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import dev.schemareset.error.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** References that lead to no key. */
class InvalidReferencesTest extends InvalidModels {

    @Table
    record User(@PrimaryKey Long id) {}

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

    @Table
    record WritesWhatSqliteComputes(
            @PrimaryKey Long id,
            @Nullable Long x,

            @References(value = User.class, onDelete = SET_NULL) @Generated("x") @Nullable
            Long deletedToNull,

            @References(value = User.class, onUpdate = SET_NULL) @Generated("x") @Nullable
            Long updatedToNull,

            @References(value = User.class, onDelete = SET_DEFAULT) @Generated("x") @Nullable
            Long deletedToDefault,

            @References(value = User.class, onUpdate = CASCADE) @Generated("x") @Nullable
            Long updated,

            @References(value = User.class, onDelete = CASCADE) @Generated("x") @Nullable
            Long deleted,

            @References(User.class) @Generated("x") @Nullable
            Long untouched) {}

    @Test
    void actionsThatWouldWriteAGeneratedColumn() {
        assertThat(errorOf(reset(SchemaReset.forModels(WritesWhatSqliteComputes.class, User.class)))
                        .problems())
                .extracting(Problem::what)
                .containsExactly(
                        "its action would write the column deleted_to_null, which SQLite generates.",
                        "its action would write the column updated_to_null, which SQLite generates.",
                        "its action would write the column deleted_to_default, which SQLite generates.",
                        "its action would write the column updated, which SQLite generates.");
    }

    @Table
    static final class NoRecord {}

    @Table
    record ReferringToAClass(
            @PrimaryKey Long id, @References(NoRecord.class) long other) {}

    @Test
    void referenceToAClassThatIsNoRecord() {
        assertProblem(
                SchemaReset.forModels(ReferringToAClass.class),
                here + "ReferringToAClass.other",
                "it refers to " + here + "NoRecord, which is not a model.",
                "make " + here + "NoRecord a record, or remove @References.");
    }

    @Test
    void referencesThatCannotBe() {
        SchemaReset reset = reset(SchemaReset.forModels(Referring.class, TextKeyed.class, Pair.class));

        assertThat(errorOf(reset).problems())
                .extracting(problem ->
                        problem.where().substring(here.length()) + " " + problem.what() + " | " + problem.fix())
                .containsExactly(
                        "Referring.unscanned it refers to " + here
                                + "User, which is not among the models that were scanned."
                                + " | scan its package too: forPackages(...) and forModels(...) take several.",
                        "Referring.mistyped it is of type INTEGER and refers to text_keyed.code of type TEXT: no value is both."
                                + " | give both components the same type.",
                        "Referring.composite it refers to " + here + "Pair, which has no primary key of one column."
                                + " | name a unique column of it: @References(value = ..., column = \"...\").",
                        "Referring.unknown it refers to the column \"colour\", which " + here
                                + "TextKeyed does not have."
                                + " | name one of its columns, or leave out the column for its primary key.",
                        "Referring.notUnique it refers to text_keyed.size, which is neither the primary key nor unique by itself."
                                + " | write @Unique on that component of " + here + "TextKeyed.",
                        "Referring.setNull its action SET_NULL would put NULL into a column that is NOT NULL."
                                + " | make the component @Nullable or Optional, or choose another action.",
                        "Referring.setDefault its action SET_DEFAULT finds no default, and NULL cannot stand in a column that is NOT NULL."
                                + " | write @Default on the component, or choose another action.");
    }

    @Table
    @Unique({"x", "y"})
    record Point(@PrimaryKey long id, long x, long y, String label) {}

    @Table
    @ForeignKey(
            columns = {"x", "z"},
            references = Point.class)
    @ForeignKey(
            columns = {"x", "x"},
            references = Point.class)
    @ForeignKey(
            columns = {},
            references = Point.class)
    @ForeignKey(
            columns = {"x", "y"},
            references = Point.class)
    @ForeignKey(
            columns = {"x", "y"},
            references = Point.class,
            referencedColumns = {"x"})
    @ForeignKey(
            columns = {"x", "y"},
            references = Point.class,
            referencedColumns = {"x", "height"})
    @ForeignKey(
            columns = {"x", "y"},
            references = Point.class,
            referencedColumns = {"x", "label"})
    @ForeignKey(
            columns = {"y", "x"},
            references = Point.class,
            referencedColumns = {"y", "x"},
            onDelete = SET_NULL)
    @ForeignKey(columns = "copy", references = Point.class, onUpdate = CASCADE)
    record Marker(
            @PrimaryKey Long id,
            long x,
            @Nullable Long y,
            @Generated("x") long copy) {}

    @Test
    void foreignKeysThatCannotBe() {
        assertThat(errorOf(reset(SchemaReset.forModels(Marker.class, Point.class)))
                        .problems())
                .allSatisfy(problem -> assertThat(problem.where()).isEqualTo(here + "Marker"))
                .extracting(problem -> problem.what() + " | " + problem.fix())
                .containsExactly(
                        "@ForeignKey names the column \"z\", which the record does not have. | use one of id, x, y, copy.",
                        "@ForeignKey names the column \"x\" twice. | name each column once.",
                        "@ForeignKey on a record names no column." + " | name the columns: columns = {\"a\", \"b\"}.",
                        "it refers to " + here + "Point, which has no primary key of 2 columns."
                                + " | name columns of it that are unique together: referencedColumns = {...}.",
                        "its @ForeignKey has 2 columns and refers to 1. | name as many referencedColumns as columns.",
                        "it refers to the column \"height\", which " + here + "Point does not have."
                                + " | name one of its columns, or leave out the column for its primary key.",
                        "it refers to point (x, label), which are neither the primary key nor unique together."
                                + " | write @Unique({...}) with them on " + here + "Point.",
                        "its column y is of type INTEGER and refers to point.label of type TEXT: no value is both."
                                + " | give both components the same type.",
                        "its action SET_NULL would put NULL into a column that is NOT NULL."
                                + " | make the component @Nullable or Optional, or choose another action.",
                        "its action would write the column copy, which SQLite generates."
                                + " | choose NO_ACTION, RESTRICT, or CASCADE on delete only.");
    }

    @Table
    @Index(value = "code", unique = true, name = "part_code", where = "code <> ''")
    @Index(value = "lower(name)", unique = true, name = "part_name")
    record Part(@PrimaryKey Long id, String code, String name) {}

    @Table
    record Order(
            @PrimaryKey Long id,
            @References(value = Part.class, column = "code") String code,
            @References(value = Part.class, column = "name") String name) {}

    @Test
    void uniqueIndexThatHoldsNotEveryRowIsNoKey() {
        assertThat(errorOf(reset(SchemaReset.forModels(Order.class, Part.class)))
                        .problems())
                .extracting(Problem::what)
                .containsExactly(
                        "it refers to part.code, which is neither the primary key nor unique by itself.",
                        "it refers to part.name, which is neither the primary key nor unique by itself.");
    }

    @Table
    record Hen(@PrimaryKey Long id, @References(Egg.class) long fromEgg) {}

    @Table
    record Egg(@PrimaryKey Long id, @References(Nest.class) long nest) {}

    @Table
    @ForeignKey(columns = "hen", references = Hen.class)
    record Nest(
            @PrimaryKey Long id,
            long hen,
            @References(Nest.class) long next) {}

    @Table
    record Chick(@PrimaryKey Long id, @References(Hen.class) long hen) {}

    @Test
    void referencesThatNeedEachOtherFirst() {
        assertProblem(
                SchemaReset.forModels(Chick.class, Hen.class, Egg.class, Nest.class),
                here + "Egg",
                "no first row can be inserted, because each needs another one first: " + here + "Egg.nest -> " + here
                        + "Nest.hen -> " + here + "Hen.from_egg -> " + here + "Egg.",
                "make one of these references @Nullable, or deferrable = true and insert both in one transaction.");
    }

    @Table
    record First(
            @PrimaryKey @Nullable @References(Second.class) Long id) {}

    @Table
    record Second(
            @PrimaryKey @Nullable @References(First.class) Long id,
            @References(Third.class) long third) {}

    @Table
    record Third(
            @PrimaryKey Long id, @References(Second.class) long second) {}

    /** SQLite puts a number into a key that is left out, so it needs the other row all the same. */
    @Test
    void everyCycleIsToldAlsoOfKeys() {
        assertThat(errorOf(reset(SchemaReset.forModels(First.class, Second.class, Third.class)))
                        .problems())
                .extracting(Problem::where)
                .containsExactly(here + "First", here + "Second");
    }

    @Table
    @ForeignKey(
            columns = {"a", "b"},
            references = Point.class,
            referencedColumns = {"x", "x"})
    record Repeating(@PrimaryKey Long id, long a, long b) {}

    @Test
    void columnReferredToTwiceIsNoKey() {
        assertThat(errorOf(reset(SchemaReset.forModels(Repeating.class, Point.class)))
                        .problems())
                .extracting(Problem::what)
                .containsExactly("it refers to point (x, x), which are neither the primary key nor unique together.");
    }

    @Table
    record Owned(
            @PrimaryKey @Nullable @References(value = Point.class, onDelete = SET_NULL)
            Long id) {}

    @Test
    void keyThatSqliteAssignsIsNeverSetToNull() {
        assertThat(errorOf(reset(SchemaReset.forModels(Owned.class, Point.class)))
                        .problems())
                .extracting(Problem::what)
                .containsExactly("its action SET_NULL would put NULL into a column that is NOT NULL.");
    }
}
