package dev.schemareset.examples.world;

import dev.schemareset.examples.world.model.Country;
import dev.schemareset.examples.world.model.ZoneTransition;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Asks the database. Whole rows come back as the models; what is counted, as a {@link Count}. */
final class WorldQueries {

    /**
     * A name and how often it occurs.
     *
     * @param name what is counted
     * @param number how often it occurs
     */
    public record Count(String name, long number) {}

    private final Jdbi jdbi;

    WorldQueries(Jdbi jdbi) {
        this.jdbi = jdbi.registerRowMapper(ConstructorMapper.factory(Count.class));
    }

    List<Country> countriesWithCurrency(String code, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM country WHERE currency_code = :code ORDER BY name LIMIT :limit")
                .bind("code", code)
                .bind("limit", limit)
                .mapTo(Country.class)
                .list());
    }

    List<ZoneTransition> oldestTransitions(int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM zone_transition ORDER BY occurred_at, zone_id LIMIT :limit")
                        .bind("limit", limit)
                        .mapTo(ZoneTransition.class)
                        .list());
    }

    List<Count> mostSharedCurrencies(int limit) {
        return counts("""
                SELECT currency.name, count(*) AS number FROM currency
                JOIN country ON country.currency_code = currency.code
                GROUP BY currency.code ORDER BY number DESC, currency.name LIMIT :limit""", limit);
    }

    List<Count> mostMultilingualCountries(int limit) {
        return counts("""
                SELECT country.name, count(*) AS number FROM country
                JOIN country_language ON country_language.country_code = country.code
                GROUP BY country.code ORDER BY number DESC, country.name LIMIT :limit""", limit);
    }

    List<Count> mostRestlessZonesOfEurope(int limit) {
        return counts("""
                SELECT time_zone.id AS name, count(*) AS number FROM time_zone
                JOIN zone_transition ON zone_transition.zone_id = time_zone.id
                WHERE time_zone.area = 'Europe'
                GROUP BY time_zone.id ORDER BY number DESC, time_zone.id LIMIT :limit""", limit);
    }

    /** The text of an {@code Instant} is one that the date functions of SQLite understand. */
    List<Count> transitionsByCentury() {
        return counts("""
                SELECT (strftime('%Y', occurred_at) / 100) || '00s' AS name, count(*) AS number FROM zone_transition
                GROUP BY 1 ORDER BY 1 LIMIT :limit""", 10);
    }

    /** Only the changed countries know their week. */
    List<Count> countriesByFirstDayOfWeek() {
        return counts("""
                SELECT first_day_of_week AS name, count(*) AS number FROM country
                GROUP BY 1 ORDER BY number DESC LIMIT :limit""", 7);
    }

    private List<Count> counts(String sql, int limit) {
        return jdbi.withHandle(handle -> counts(handle, sql, limit));
    }

    private static List<Count> counts(Handle handle, String sql, int limit) {
        return handle.createQuery(sql).bind("limit", limit).mapTo(Count.class).list();
    }
}
