package dev.schemareset.invalid;

import static dev.schemareset.annotation.ForeignKeyAction.SET_DEFAULT;
import static dev.schemareset.annotation.ForeignKeyAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
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
}
