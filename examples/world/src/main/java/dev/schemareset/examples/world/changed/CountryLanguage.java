package dev.schemareset.examples.world.changed;

import dev.schemareset.annotation.ForeignKeyAction;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.examples.world.model.Language;

/**
 * A language for which the JDK has the conventions of a country: as before, with the new country.
 *
 * @param countryCode the country
 * @param languageCode the language
 */
@Table
public record CountryLanguage(
        @PrimaryKey @References(value = Country.class, onDelete = ForeignKeyAction.CASCADE)
        String countryCode,

        @PrimaryKey @Index @References(value = Language.class, onDelete = ForeignKeyAction.CASCADE)
        String languageCode) {}
