package dev.schemareset.random;

import dev.schemareset.model.DefaultValue;
import dev.schemareset.model.DefaultValue.Now;
import dev.schemareset.model.DefaultValue.Sql;

/** A default as SQLite tells it: an expression without its parentheses. */
final class DefaultText {

    private DefaultText() {}

    static String of(DefaultValue value) {
        if (value instanceof Now now) {
            return switch (now.format()) {
                case INSTANT -> "strftime('%Y-%m-%dT%H:%M:%f000000Z', 'now')";
                case LOCAL_DATE_TIME -> "strftime('%Y-%m-%dT%H:%M:%f000000', 'now')";
                case LOCAL_DATE -> "strftime('%Y-%m-%d', 'now')";
                case LOCAL_TIME -> "strftime('%H:%M:%f000000', 'now')";
                case OFFSET_TIME -> "strftime('%H:%M:%f000000Z', 'now')";
                case YEAR -> "CAST(strftime('%Y', 'now') AS INTEGER)";
                case YEAR_MONTH -> "strftime('%Y-%m', 'now')";
                case MONTH_DAY -> "strftime('--%m-%d', 'now')";
                case EPOCH_MILLIS -> "strftime('%s', 'now') * 1000 + substr(strftime('%f', 'now'), 4)";
            };
        }
        String sql = ((Sql) value).sql();
        return sql.startsWith("(") ? sql.substring(1, sql.length() - 1) : sql;
    }
}
