package dev.schemareset.examples.world.model;

import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A currency of ISO 4217, which lists precious metals and test codes too.
 *
 * @param code the alphabetic code, e.g. {@code EUR}
 * @param numericCode the numeric code; a successor may have inherited it, so it is not unique
 * @param name the English name
 * @param symbol the English symbol; empty when it would only repeat the code
 * @param fractionDigits how many digits follow the decimal point; null for what has no amounts, e.g. gold
 */
@Table
public record Currency(
        @PrimaryKey String code,
        int numericCode,
        @Index String name,
        Optional<String> symbol,
        @Nullable Integer fractionDigits) {}
