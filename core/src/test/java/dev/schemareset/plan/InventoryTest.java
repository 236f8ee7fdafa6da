package dev.schemareset.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.model.ModelPackages;
import dev.schemareset.model.Name;
import dev.schemareset.plan.DatabaseObject.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What tells one state of a database from another, and whether rows would go. */
class InventoryTest {

    private static final Stamp STAMP = new Stamp(
            "f", Instant.parse("2026-11-30T10:00:00Z"), "0.1.0", 1, Optional.of(ModelPackages.of(List.of("app"))));

    private static DatabaseObject table(String name, OptionalLong rows) {
        return new DatabaseObject(Kind.TABLE, new Name(name), new Name(name), "CREATE TABLE " + name + "(a)", rows);
    }

    private static DatabaseObject internal(String name) {
        return new DatabaseObject(
                Kind.INTERNAL_TABLE,
                new Name(name),
                new Name(name),
                "CREATE TABLE " + name + "(a)",
                OptionalLong.of(1));
    }

    private static Inventory of(DatabaseObject... objects) {
        return new Inventory(
                List.of(objects),
                List.of(),
                Optional.of(STAMP),
                Optional.empty(),
                Optional.of(SyncState.ofRemote("epoch")),
                Header.UNMARKED);
    }

    private static final Inventory SEEN = of(table("a", OptionalLong.of(1)), table("b", OptionalLong.of(2)));

    @Test
    void identityDependsOnNoOrder() {
        assertThat(of(table("b", OptionalLong.of(2)), table("a", OptionalLong.of(1)))
                        .identity())
                .isEqualTo(SEEN.identity())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void identityIsThatOfWhatAPersonSees() {
        assertThat(of(table("a", OptionalLong.of(1)), table("b", OptionalLong.of(2)), internal("sqlite_sequence"))
                        .identity())
                .isEqualTo(SEEN.identity());
        assertThat(of(table("a", OptionalLong.of(1)), table("b", OptionalLong.of(3)))
                        .identity())
                .isNotEqualTo(SEEN.identity());
        assertThat(of(table("a", OptionalLong.of(1))).identity()).isNotEqualTo(SEEN.identity());
        assertThat(new Inventory(
                                SEEN.objects(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                SEEN.sync(),
                                SEEN.header())
                        .identity())
                .isNotEqualTo(SEEN.identity());
        assertThat(new Inventory(
                                SEEN.objects(),
                                List.of(),
                                SEEN.stamp(),
                                Optional.empty(),
                                Optional.empty(),
                                SEEN.header())
                        .identity())
                .isNotEqualTo(SEEN.identity());
    }

    /** Parts that are put together must not look like others. */
    @Test
    void identityTellsPartsApart() {
        assertThat(of(table("a", OptionalLong.of(1)), table("b", OptionalLong.of(2)))
                        .identity())
                .isNotEqualTo(of(table("a", OptionalLong.of(2)), table("b", OptionalLong.of(1)))
                        .identity());
    }

    @Test
    void onlyWhatIsKnownToBeEmptyHoldsNoRows() {
        assertThat(of(table("a", OptionalLong.of(0))).mayHoldRows()).isFalse();
        assertThat(of(table("a", OptionalLong.of(0)), table("b", OptionalLong.of(1)))
                        .mayHoldRows())
                .isTrue();
        assertThat(of(table("a", OptionalLong.empty())).mayHoldRows()).isTrue();
        assertThat(of().mayHoldRows()).isFalse();
        assertThat(of(internal("sqlite_sequence")).mayHoldRows()).isFalse();
    }
}
