package dev.schemareset.examples.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.examples.world.model.Country;
import dev.schemareset.examples.world.model.CountryLanguage;
import dev.schemareset.examples.world.model.Currency;
import dev.schemareset.examples.world.model.DataImport;
import dev.schemareset.examples.world.model.Language;
import dev.schemareset.examples.world.model.TimeZone;
import dev.schemareset.examples.world.model.TransitionKind;
import dev.schemareset.examples.world.model.ZoneTransition;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Filled once; the tests only read. */
@TestInstance(Lifecycle.PER_CLASS)
class WorldFillTest {

    private final WorldData data = WorldData.fromJdk();
    private final SchemaReset reset;
    private final Jdbi jdbi;

    WorldFillTest(@TempDir Path directory) {
        reset = World.in(directory, SchemaReset.forPackage(World.MODELS));
        jdbi = reset.jdbi();
    }

    @BeforeAll
    void fill() {
        reset.apply(Confirm.YES);
        WorldWriter.write(jdbi, data);
    }

    @Test
    void everyRecordComesBackEqual() {
        assertThat(rows("currency", Currency.class)).containsExactlyInAnyOrderElementsOf(data.currencies());
        assertThat(rows("country", Country.class)).containsExactlyInAnyOrderElementsOf(data.countries());
        assertThat(rows("language", Language.class)).containsExactlyInAnyOrderElementsOf(data.languages());
        assertThat(rows("country_language", CountryLanguage.class))
                .containsExactlyInAnyOrderElementsOf(data.countryLanguages());
        assertThat(rows("time_zone", TimeZone.class)).containsExactlyInAnyOrderElementsOf(data.timeZones());
    }

    @Test
    void everyTransitionComesBackEqualInTheOrderOfTime() {
        List<ZoneTransition> expected = data.zoneTransitions().stream()
                .sorted(Comparator.comparing(ZoneTransition::occurredAt).thenComparing(ZoneTransition::zoneId))
                .toList();

        List<ZoneTransition> read = rows("zone_transition ORDER BY occurred_at, zone_id", ZoneTransition.class);

        assertThat(read.equals(expected)).isTrue();
        assertThat(read)
                .filteredOn(row -> row.occurredAt().isBefore(Instant.EPOCH))
                .hasSizeGreaterThan(5_000);
        assertThat(read.get(0).occurredAt()).isBefore(Instant.parse("1850-01-01T00:00:00Z"));
    }

    @Test
    void rowsAreManyAndCounted() {
        long counted = reset.info().tables().stream()
                .mapToLong(table -> table.rows().orElseThrow())
                .sum();

        assertThat(counted).isGreaterThanOrEqualTo(20_000).isEqualTo(data.rowCount() + 1L);
    }

    @Test
    void everyReferenceLeadsToARow() {
        List<String> broken = jdbi.withHandle(handle -> handle.createQuery("PRAGMA foreign_key_check")
                .mapTo(String.class)
                .list());

        assertThat(broken).isEmpty();
    }

    @Test
    void knowsFacts() {
        assertThat(rows("country WHERE code = 'DE'", Country.class))
                .containsExactly(new Country("DE", "DEU", "Germany", "EUR"));
        assertThat(rows("country WHERE currency_code IS NULL", Country.class))
                .extracting(Country::code)
                .contains("AQ");
        assertThat(rows("currency WHERE fraction_digits IS NULL", Currency.class))
                .extracting(Currency::code)
                .contains("XAU");
        assertThat(rows("zone_transition WHERE zone_id = 'Europe/Berlin' ORDER BY occurred_at", ZoneTransition.class))
                .startsWith(new ZoneTransition(
                        "Europe/Berlin",
                        Instant.parse("1893-03-31T23:06:32Z"),
                        TransitionKind.GAP,
                        53 * 60 + 28,
                        60 * 60,
                        LocalDateTime.parse("1893-04-01T00:00:00")));
    }

    @Test
    void anImportIsNumberedAndDatedBySqlite() {
        assertThat(rows("data_import", DataImport.class)).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(1);
            assertThat(row.rowCount()).isEqualTo(data.rowCount());
            assertThat(row.importedAt()).isCloseTo(Instant.now(), within(10, ChronoUnit.MINUTES));
        });
    }

    private <T> List<T> rows(String source, Class<T> type) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM " + source).mapTo(type).list());
    }
}
