package dev.schemareset.examples.world;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import dev.schemareset.examples.world.model.Country;
import dev.schemareset.examples.world.model.CountryLanguage;
import dev.schemareset.examples.world.model.Currency;
import dev.schemareset.examples.world.model.Language;
import dev.schemareset.examples.world.model.TimeZone;
import dev.schemareset.examples.world.model.TransitionKind;
import dev.schemareset.examples.world.model.ZoneTransition;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the JDK knows of the world, as records. Names are English and everything is ordered by its key, so that the same
 * JDK makes the same rows on every machine.
 */
record WorldData(
        List<Currency> currencies,
        List<Country> countries,
        List<Language> languages,
        List<CountryLanguage> countryLanguages,
        List<TimeZone> timeZones,
        List<ZoneTransition> zoneTransitions) {

    /** Rules have no end: New York changes its clocks twice a year for ever. */
    private static final Instant TRANSITIONS_END = Instant.parse("2040-01-01T00:00:00Z");

    /** A fixed day: the offset in force must not depend on the day of the run. */
    private static final Instant OFFSET_DAY = Instant.parse("2026-01-01T00:00:00Z");

    static WorldData fromJdk() {
        List<Country> countries = readCountries();
        List<Language> languages = readLanguages();
        List<String> zoneIds = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        return new WorldData(
                readCurrencies(),
                countries,
                languages,
                readCountryLanguages(countries, languages),
                zoneIds.stream().map(WorldData::timeZone).toList(),
                zoneIds.stream().flatMap(WorldData::transitions).toList());
    }

    int rowCount() {
        return Stream.of(currencies, countries, languages, countryLanguages, timeZones, zoneTransitions)
                .mapToInt(List::size)
                .sum();
    }

    private static List<Currency> readCurrencies() {
        return java.util.Currency.getAvailableCurrencies().stream()
                .map(WorldData::currency)
                .sorted(Comparator.comparing(Currency::code))
                .toList();
    }

    private static Currency currency(java.util.Currency currency) {
        String code = currency.getCurrencyCode();
        int fractionDigits = currency.getDefaultFractionDigits();
        return new Currency(
                code,
                currency.getNumericCode(),
                currency.getDisplayName(Locale.ENGLISH),
                Optional.of(currency.getSymbol(Locale.ENGLISH)).filter(symbol -> !symbol.equals(code)),
                fractionDigits < 0 ? null : fractionDigits);
    }

    private static List<Country> readCountries() {
        return Arrays.stream(Locale.getISOCountries())
                .sorted()
                .map(WorldData::country)
                .toList();
    }

    private static Country country(String code) {
        Locale locale = new Locale.Builder().setRegion(code).build();
        java.util.Currency currency = java.util.Currency.getInstance(locale);
        return new Country(
                code,
                locale.getISO3Country(),
                locale.getDisplayCountry(Locale.ENGLISH),
                currency == null ? null : currency.getCurrencyCode());
    }

    /** A locale replaces codes that ISO withdrew: Hebrew is listed as {@code he} and as {@code iw}. */
    private static List<Language> readLanguages() {
        Set<String> codes = Arrays.stream(Locale.getISOLanguages())
                .map(code -> Locale.forLanguageTag(code).getLanguage())
                .collect(toCollection(TreeSet::new));
        return codes.stream().map(WorldData::language).toList();
    }

    private static Language language(String code) {
        Locale locale = Locale.forLanguageTag(code);
        return new Language(
                code,
                locale.getISO3Language(),
                locale.getDisplayLanguage(Locale.ENGLISH),
                locale.getDisplayLanguage(locale));
    }

    /** Locales differ in script and variant too; regions such as 419 (Latin America) are no countries. */
    private static List<CountryLanguage> readCountryLanguages(List<Country> countries, List<Language> languages) {
        Set<String> countryCodes = countries.stream().map(Country::code).collect(toSet());
        Set<String> languageCodes = languages.stream().map(Language::code).collect(toSet());
        return Arrays.stream(Locale.getAvailableLocales())
                .map(locale -> new CountryLanguage(locale.getCountry(), locale.getLanguage()))
                .filter(pair -> countryCodes.contains(pair.countryCode()))
                .filter(pair -> languageCodes.contains(pair.languageCode()))
                .distinct()
                .sorted(Comparator.comparing(CountryLanguage::countryCode).thenComparing(CountryLanguage::languageCode))
                .toList();
    }

    private static TimeZone timeZone(String id) {
        ZoneRules rules = ZoneId.of(id).getRules();
        int slash = id.indexOf('/');
        return new TimeZone(
                id,
                slash < 0 ? Optional.empty() : Optional.of(id.substring(0, slash)),
                rules.getStandardOffset(OFFSET_DAY).getTotalSeconds(),
                !rules.getTransitionRules().isEmpty(),
                rules.getTransitions().stream()
                        .map(ZoneOffsetTransition::getInstant)
                        .findFirst());
    }

    private static Stream<ZoneTransition> transitions(String zoneId) {
        ZoneRules rules = ZoneId.of(zoneId).getRules();
        List<ZoneTransition> transitions = new ArrayList<>();
        ZoneOffsetTransition transition = rules.nextTransition(Instant.MIN);
        while (transition != null && transition.getInstant().isBefore(TRANSITIONS_END)) {
            transitions.add(transition(zoneId, transition));
            transition = rules.nextTransition(transition.getInstant());
        }
        return transitions.stream();
    }

    private static ZoneTransition transition(String zoneId, ZoneOffsetTransition transition) {
        return new ZoneTransition(
                zoneId,
                transition.getInstant(),
                transition.isGap() ? TransitionKind.GAP : TransitionKind.OVERLAP,
                transition.getOffsetBefore().getTotalSeconds(),
                transition.getOffsetAfter().getTotalSeconds(),
                transition.getDateTimeBefore());
    }
}
