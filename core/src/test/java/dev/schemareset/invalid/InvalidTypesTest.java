package dev.schemareset.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Types that no column can hold, and contradictions about null. */
class InvalidTypesTest extends InvalidModels {

    @Table
    record Generic(@PrimaryKey Long id, Optional<List<String>> names) {}

    @Test
    void unsupportedTypeInsideOptional() {
        assertThat(errorOf(Generic.class).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo(here + "Generic.names");
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
                here + "WithEmptyEnum.nothing",
                "the enum " + here + "Nothing has no constants, so no value could be stored.",
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
                here + "NullPrimitive.count",
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
                here + "DoublyNull.name",
                "it is Optional and @Nullable at once.",
                "keep Optional, and remove @Nullable.");
    }
}
