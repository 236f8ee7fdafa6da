package dev.schemareset.examples.world.model;

import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import org.jspecify.annotations.Nullable;

/**
 * A country or territory of ISO 3166.
 *
 * @param code the code of two letters
 * @param alpha3 the code of three letters
 * @param name the English name
 * @param currencyCode what people pay with; null for Antarctica
 */
@Table
public record Country(
        @PrimaryKey String code,
        @Unique String alpha3,
        @Index String name,
        @Index @References(Currency.class) @Nullable String currencyCode) {}
