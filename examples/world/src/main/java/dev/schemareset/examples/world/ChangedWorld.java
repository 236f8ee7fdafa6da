package dev.schemareset.examples.world;

import dev.schemareset.SchemaReset;
import dev.schemareset.examples.world.changed.Country;
import dev.schemareset.examples.world.changed.CountryLanguage;
import dev.schemareset.examples.world.model.Currency;
import dev.schemareset.examples.world.model.DataImport;
import dev.schemareset.examples.world.model.Language;
import dev.schemareset.examples.world.model.TimeZone;
import dev.schemareset.examples.world.model.ZoneTransition;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;

/** The world after the change: two records are new, the others stay as they are. */
final class ChangedWorld {

    private ChangedWorld() {}

    static SchemaReset reset() {
        return SchemaReset.forModels(
                Country.class,
                CountryLanguage.class,
                Currency.class,
                DataImport.class,
                Language.class,
                TimeZone.class,
                ZoneTransition.class);
    }

    static List<Country> countries(WorldData data) {
        return data.countries().stream()
                .map(country -> new Country(
                        country.code(),
                        country.alpha3(),
                        country.name(),
                        country.currencyCode(),
                        WeekFields.of(new Locale.Builder()
                                        .setRegion(country.code())
                                        .build())
                                .getFirstDayOfWeek()))
                .toList();
    }
}
