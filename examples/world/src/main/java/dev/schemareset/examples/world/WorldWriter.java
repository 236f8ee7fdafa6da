package dev.schemareset.examples.world;

import dev.schemareset.examples.world.model.DataImport;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes records into their tables: one transaction for all, one prepared batch for each table. */
final class WorldWriter {

    private static final String INSERT_COUNTRY = """
            INSERT INTO country (code, alpha3, name, currency_code)
            VALUES (:code, :alpha3, :name, :currencyCode)""";

    private static final String INSERT_CHANGED_COUNTRY = """
            INSERT INTO country (code, alpha3, english_name, currency_code, first_day_of_week)
            VALUES (:code, :alpha3, :englishName, :currencyCode, :firstDayOfWeek)""";

    private WorldWriter() {}

    static DataImport write(Jdbi jdbi, WorldData data) {
        return jdbi.inTransaction(handle -> writeAll(handle, data, INSERT_COUNTRY, data.countries()));
    }

    /** Everything as before, except for the countries. */
    static DataImport writeChanged(Jdbi jdbi, WorldData data) {
        return jdbi.inTransaction(
                handle -> writeAll(handle, data, INSERT_CHANGED_COUNTRY, ChangedWorld.countries(data)));
    }

    /** What is referred to comes first. */
    private static DataImport writeAll(
            Handle handle, WorldData data, String insertCountry, List<? extends Record> countries) {
        insert(handle, """
                INSERT INTO currency (code, numeric_code, name, symbol, fraction_digits)
                VALUES (:code, :numericCode, :name, :symbol, :fractionDigits)""", data.currencies());
        insert(handle, insertCountry, countries);
        insert(
                handle,
                "INSERT INTO language (code, alpha3, name, native_name) VALUES (:code, :alpha3, :name, :nativeName)",
                data.languages());
        insert(
                handle,
                "INSERT INTO country_language (country_code, language_code) VALUES (:countryCode, :languageCode)",
                data.countryLanguages());
        writeZones(handle, data);
        return recordImport(handle, data.rowCount());
    }

    private static void writeZones(Handle handle, WorldData data) {
        insert(handle, """
                INSERT INTO time_zone (id, area, standard_offset_seconds, daylight_saving, first_transition)
                VALUES (:id, :area, :standardOffsetSeconds, :daylightSaving, :firstTransition)""", data.timeZones());
        insert(handle, """
                INSERT INTO zone_transition
                    (zone_id, occurred_at, kind, offset_before_seconds, offset_after_seconds, local_time_before)
                VALUES
                    (:zoneId, :occurredAt, :kind, :offsetBeforeSeconds, :offsetAfterSeconds, :localTimeBefore)""", data.zoneTransitions());
    }

    private static void insert(Handle handle, String sql, List<? extends Record> rows) {
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            rows.forEach(row -> batch.bindMethods(row).add());
            batch.execute();
        }
    }

    /** SQLite fills in the columns that are not named: the number and the time. */
    private static DataImport recordImport(Handle handle, int rowCount) {
        return handle.createQuery("""
                        INSERT INTO data_import (java_version, zone_rules_version, row_count)
                        VALUES (:javaVersion, :zoneRulesVersion, :rowCount)
                        RETURNING *""")
                .bind("javaVersion", Runtime.version().toString())
                .bind("zoneRulesVersion", ZoneRulesProvider.getVersions("UTC").lastKey())
                .bind("rowCount", rowCount)
                .mapTo(DataImport.class)
                .one();
    }
}
