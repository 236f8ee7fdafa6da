package dev.schemareset.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Generated;
import dev.schemareset.annotation.Ignore;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import dev.schemareset.error.Problem;
import java.beans.ConstructorProperties;
import java.util.Optional;
import org.jdbi.v3.core.enums.DatabaseValue;
import org.jdbi.v3.core.enums.EnumByName;
import org.jdbi.v3.core.enums.EnumByOrdinal;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nested records that cannot become columns, or that Jdbi would not read back. */
class InvalidNestingTest extends InvalidModels {

    @Table
    record Outer(
            @PrimaryKey Long id,
            @Nested String text,
            @Nested("a") Model model,
            @Nested("b") @Column("x") Plain annotated,
            @Nested("c") Constructed constructed,
            @Nested("d") Indexed indexed,
            @Nested("e") @Nullable Plain missing,
            @Nested("f") Optional<NullMarked> nullMarked,
            Plain unnested) {}

    @Table
    record Model(@PrimaryKey Long id) {}

    record Plain(String name) {}

    record Constructed(String name) {
        Constructed() {
            this("");
        }
    }

    @Index("name")
    @Unique("name")
    @Unique("size")
    record Indexed(String name, int size) {}

    record NullMarked(@PropagateNull @Nullable String name) {}

    @Test
    void recordsThatCannotBeNested() {
        assertThat(errorOf(SchemaReset.forModels(Outer.class, Model.class)).problems())
                .extracting(problem -> problem.where().replace(here + "Outer.", "") + ": "
                        + problem.what().replace(here, "") + " | "
                        + problem.fix().replace(here, ""))
                .startsWith(
                        "text: it has Jdbi's @Nested, and java.lang.String is not a record."
                                + " | make it a record, or remove @Nested.",
                        "model: it nests Model, which is a model with a table of its own."
                                + " | refer to it by its key, with @References, or remove @Table from it.",
                        "annotated: it has @Column, and a nested record is no column."
                                + " | write it on a component of the nested record.",
                        "constructed: Jdbi does not make Constructed with its canonical constructor."
                                + " | write Jdbi's @JdbiConstructor on that, and on nothing else.",
                        "indexed: it nests Indexed, whose @Index has no table to stand for."
                                + " | write it on the model, with the names of the model's columns.",
                        "indexed: it nests Indexed, whose @Unique has no table to stand for."
                                + " | write it on the model, with the names of the model's columns.",
                        "missing: it may be missing, and Jdbi would read it as a Plain of nulls."
                                + " | write Jdbi's @PropagateNull on a component of Plain that is never null.",
                        "nullMarked: it may be missing, and Jdbi would read it as a NullMarked of nulls."
                                + " | write Jdbi's @PropagateNull on a component of NullMarked that is never null.")
                .last()
                .asString()
                .startsWith("unnested: the type " + getClass().getName() + "$Plain has no SQLite column type.")
                .endsWith(
                        " | flatten it into columns of this table with Jdbi's @Nested, or keep it as JSON with Jdbi's @Json.");
    }

    @Table
    record Maker(
            @PrimaryKey Long id,
            @Nested("a") ByFactory factory,
            @Nested("b") ByAnother another,
            @Nested("c") ByOtherNames names,
            @Nested("d") Told told) {}

    record ByFactory(String name) {
        @JdbiConstructor
        static ByFactory of(String name) {
            return new ByFactory(name);
        }
    }

    record ByAnother(String name) {
        @JdbiConstructor
        ByAnother(int number) {
            this(String.valueOf(number));
        }
    }

    record ByOtherNames(String name) {
        @ConstructorProperties("title")
        ByOtherNames {}
    }

    /** Two constructors, of which Jdbi is told the right one. */
    record Told(String name) {
        @JdbiConstructor
        Told {}

        Told(int number) {
            this(String.valueOf(number));
        }
    }

    @Test
    void nestedRecordsThatJdbiMakesInAnotherWay() {
        assertThat(errorOf(Maker.class).problems())
                .extracting(
                        problem -> (problem.where() + ": " + problem.what() + " | " + problem.fix()).replace(here, ""))
                .containsExactly(
                        "Maker.factory: Jdbi does not make ByFactory with its canonical constructor."
                                + " | write Jdbi's @JdbiConstructor on that, and on nothing else.",
                        "Maker.another: Jdbi does not make ByAnother with its canonical constructor."
                                + " | write Jdbi's @JdbiConstructor on that, and on nothing else.",
                        "Maker.names: the constructor of ByOtherNames has @ConstructorProperties, whose names Jdbi would look"
                                + " for. | remove it, and name columns with @Column.");
    }

    @Table
    record Person(
            @PrimaryKey Long id,
            String name,
            @Nested("home") Home home) {}

    record Home(String street, @Nested("owner") Owner owner) {}

    record Owner(String name, @Nested("second") Home second) {}

    @Test
    void recordsThatNestEachOther() {
        assertThat(errorOf(Person.class).problems())
                .containsExactly(new Problem(
                        here + "Owner.second (nested in " + here + "Person.home)",
                        "it nests a record in itself: " + here + "Person.home -> " + here + "Home.owner -> " + here
                                + "Owner.second -> " + here + "Home.",
                        "make the inner one a model of its own, and refer to it by its key, with @References."));
    }

    @Table
    record Colliding(
            @PrimaryKey Long id,
            String homeStreet,
            @Nested("home") Street home) {}

    record Street(String street) {}

    @Test
    void prefixThatMakesAnotherColumnsName() {
        assertProblem(
                SchemaReset.forModels(Colliding.class),
                here + "Street.street (nested in " + here + "Colliding.home)",
                "its column \"home_street\" has the name of that of homeStreet; SQLite does not tell A from a.",
                "name one of them otherwise, with another component name, @Column, or the prefix of @Nested.");
    }

    record Author(String name) {}

    record Street2(
            @PropagateNull @Generated("1") int generated,
            @PropagateNull @Nullable String street) {}

    @Table
    record Book(
            @PrimaryKey long id,
            @Column("title") String name,
            @Nested Author author,
            @Column("x") String userId,
            String userid,
            @Ignore @Nullable String isbn,
            @Nested Numbered numbered,
            @Nested("s") Street2 street,
            @Nested("_") Author nobody) {}

    record Numbered(@Column("number") String isbn) {}

    @Test
    void recordsThatJdbiWouldReadOtherwise() {
        assertThat(errorOf(Book.class).problems())
                .extracting(problem -> problem.where().replace(here, "") + ": " + problem.what())
                .containsExactly(
                        "Street2.generated (nested in Book.street): it has Jdbi's @PropagateNull, and does not tell whether"
                                + " there is a Street2.",
                        "Street2.street (nested in Book.street): it has Jdbi's @PropagateNull, and does not tell whether"
                                + " there is a Street2.",
                        "Book.nobody: its prefix \"_\" has no letter.",
                        "Author.name (nested in Book.nobody): its column \"name\" has the name of that of name; SQLite"
                                + " does not tell A from a.",
                        "Author.name (nested in Book.author): Jdbi looks for it under the same name as for name, \"name\".",
                        "Book.userid: Jdbi looks for it under the same name as for userId, \"userid\".",
                        "Numbered.isbn (nested in Book.numbered): Jdbi looks for it under the same name as for isbn, \"isbn\".");
    }

    record Street3(@PropagateNull String street, int number) {
        Street3(String street, int number) {
            this.street = street;
            this.number = number;
        }
    }

    @Table
    record House(
            @PrimaryKey Long id, @Nested("home") @Nullable Street3 home) {}

    @Test
    void propagateNullThatAnExplicitConstructorDoesNotTakeOver() {
        assertProblem(
                SchemaReset.forModels(House.class),
                here + "Street3.street (nested in " + here + "House.home)",
                "its @PropagateNull does not stand on the constructor's parameter, where Jdbi looks for it.",
                "write the same @PropagateNull on the component and on the parameter of the constructor.");
    }

    @EnumByOrdinal
    enum Ordinal {
        A
    }

    enum Valued {
        @DatabaseValue("a")
        A
    }

    @Table
    record Enums<E extends Thread.State>(
            @PrimaryKey long id,
            Ordinal ordinal,
            Valued valued,
            @EnumByName Optional<Thread.State> optional,
            @EnumByName String noEnum,
            E variable) {}

    @Test
    void enumsThatJdbiDoesNotBindByName() {
        assertThat(errorOf(Enums.class).problems())
                .extracting(problem -> problem.where().replace(here, "") + ": " + problem.what())
                .containsExactly(
                        "Enums.ordinal: Jdbi binds it in the way of @org.jdbi.v3.core.enums.EnumByOrdinal, and which type of"
                                + " column that needs is not known.",
                        "Enums.valued: Jdbi binds it in the way of @org.jdbi.v3.core.enums.DatabaseValue, and which type of"
                                + " column that needs is not known.",
                        "Enums.optional: Jdbi binds it in the way of @org.jdbi.v3.core.enums.EnumByName, and which type of"
                                + " column that needs is not known.",
                        "Enums.noEnum: Jdbi binds it in the way of @org.jdbi.v3.core.enums.EnumByName, and which type of"
                                + " column that needs is not known.",
                        "Enums.variable: the type E has no SQLite column type.");
    }
}
