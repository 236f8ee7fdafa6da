package dev.schemareset.examples.world.changed;

import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import dev.schemareset.examples.world.model.Currency;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * A country or territory of ISO 3166: {@code name} became {@code englishName}, and the week is new.
 *
 * @param code the code of two letters
 * @param alpha3 the code of three letters
 * @param englishName the English name
 * @param currencyCode what people pay with; null for Antarctica
 * @param firstDayOfWeek where a page of the calendar begins
 */
@Table
public record Country(
        @PrimaryKey String code,
        @Unique String alpha3,
        @Index String englishName,
        @Index @References(Currency.class) @Nullable String currencyCode,
        DayOfWeek firstDayOfWeek) {}
