package dev.schemareset.examples.world.model;

import dev.schemareset.annotation.ForeignKeyAction;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;

/**
 * A language for which the JDK has the conventions of a country.
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
