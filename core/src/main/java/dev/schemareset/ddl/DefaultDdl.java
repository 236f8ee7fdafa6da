package dev.schemareset.ddl;

import dev.schemareset.model.DefaultValue;
import dev.schemareset.model.DefaultValue.Now;
import dev.schemareset.model.DefaultValue.Sql;
import dev.schemareset.model.DefaultValue.TimeFormat;

/**
 * Writes what follows {@code DEFAULT}. SQLite knows the time to the millisecond, so the zeros after {@code %f} fill the
 * text to the nine digits of a bound value; without them the texts would not sort in the order of time.
 */
final class DefaultDdl {

    private DefaultDdl() {}

    static String of(DefaultValue value) {
        return value instanceof Now now ? now(now.format()) : ((Sql) value).sql();
    }

    private static String now(TimeFormat format) {
        return switch (format) {
            case INSTANT -> "(strftime('%Y-%m-%dT%H:%M:%f000000Z', 'now'))";
            case LOCAL_DATE_TIME -> "(strftime('%Y-%m-%dT%H:%M:%f000000', 'now'))";
            case LOCAL_DATE -> "(strftime('%Y-%m-%d', 'now'))";
            case LOCAL_TIME -> "(strftime('%H:%M:%f000000', 'now'))";
            case OFFSET_TIME -> "(strftime('%H:%M:%f000000Z', 'now'))";
            case YEAR -> "(CAST(strftime('%Y', 'now') AS INTEGER))";
            case YEAR_MONTH -> "(strftime('%Y-%m', 'now'))";
            case MONTH_DAY -> "(strftime('--%m-%d', 'now'))";
            // Whole seconds and milliseconds apart: julianday() and unixepoch('subsec') are inexact or too new.
            case EPOCH_MILLIS -> "(strftime('%s', 'now') * 1000 + substr(strftime('%f', 'now'), 4))";
        };
    }
}
