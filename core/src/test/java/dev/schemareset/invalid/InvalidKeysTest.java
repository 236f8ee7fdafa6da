package dev.schemareset.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import dev.schemareset.error.Problem;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keys, unique constraints and indexes that cannot be. */
class InvalidKeysTest extends InvalidModels {

    @Table
    record NullKey(@PrimaryKey Optional<String> code) {}

    @Test
    void nullableKey() {
        assertProblem(
                SchemaReset.forModels(NullKey.class),
                here + "NullKey.code",
                "it is part of the primary key and may be null.",
                "remove @Nullable or Optional; only a single key of an integer type may be null, on insert.");
    }

    @Table
    record DefaultKey(@PrimaryKey @Default("7") Long id) {}

    @Test
    void defaultOfAKeyThatSqliteAssigns() {
        assertProblem(
                SchemaReset.forModels(DefaultKey.class),
                here + "DefaultKey.id",
                "it has a default, and SQLite assigns a single integer key itself and never uses the default.",
                "remove @Default or @DefaultNow.");
    }

    @Table
    record CountedText(@PrimaryKey(autoincrement = true) String code) {}

    @Test
    void autoincrementOfText() {
        assertProblem(
                SchemaReset.forModels(CountedText.class),
                here + "CountedText.code",
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
                here + "Typo",
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
                here + "IndexTypo",
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
                                here + "NoColumns",
                                "@Unique on a record names no column.",
                                "name the columns, e.g. @Unique({\"a\", \"b\"}), or move it to a component."),
                        new Problem(
                                here + "NoColumns",
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
                                here + "Misplaced.a",
                                "@Unique names columns on a component, which is the column itself.",
                                "remove the names, or move @Unique to the record."),
                        new Problem(
                                here + "Misplaced.b",
                                "@Index names columns on a component, which is the column itself.",
                                "remove the names, or move @Index to the record."));
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
                                here + "IndexTypos",
                                "@Index names the column \"nmae\", which the record does not have.",
                                "use one of id, name."),
                        new Problem(
                                here + "IndexTypos",
                                "@Index names the column \"emial\", which the record does not have.",
                                "use one of id, name."),
                        new Problem(
                                here + "IndexTypos.name",
                                "it refers to java.lang.String, which is not a model.",
                                "refer to a record with @Table, or remove @References."));
    }

    @Table(withoutRowid = true)
    record Keyless(String name) {}

    @Table(withoutRowid = true)
    record Unassigned(
            @PrimaryKey(autoincrement = true) @Nullable Long id) {}

    @Table
    record Flagged(@PrimaryKey @Nullable Boolean flag) {}

    @Table
    record Typed(@PrimaryKey @Column(type = "INT") @Nullable Long id) {}

    @Test
    void keysThatSqliteDoesNotAssign() {
        SchemaReset reset = reset(SchemaReset.forModels(Keyless.class, Unassigned.class, Flagged.class, Typed.class));

        String nullable = "it is part of the primary key and may be null.";
        String remove = "remove @Nullable or Optional; only a single key of an integer type may be null, on insert.";
        assertThat(errorOf(reset).problems())
                .containsExactly(
                        new Problem(here + "Flagged.flag", nullable, remove),
                        new Problem(
                                here + "Keyless",
                                "a table WITHOUT ROWID is kept in the order of its primary key, and it has none.",
                                "write @PrimaryKey on a component, or remove withoutRowid."),
                        new Problem(here + "Typed.id", nullable, remove),
                        new Problem(here + "Unassigned.id", nullable, remove),
                        new Problem(
                                here + "Unassigned.id",
                                "autoincrement needs a single key of an integer type, in a table with rowids.",
                                "remove autoincrement, or make a single long the primary key and remove withoutRowid."));
    }
}
