package dev.schemareset.plan;

import dev.schemareset.model.Name;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * An object of a database, as {@code sqlite_schema} lists it.
 *
 * @param kind what it is
 * @param name its name
 * @param table the table it belongs to; its own name for a table or a view
 * @param sql the text it was created with, which SQLite keeps to the letter
 * @param rows how many rows it holds; empty where rows are not counted
 */
public record DatabaseObject(Kind kind, Name name, Name table, String sql, OptionalLong rows) {

    /** What an object is. */
    public enum Kind {
        /** An ordinary table. */
        TABLE,
        /** A table whose content a module of SQLite provides, e.g. a full-text index. */
        VIRTUAL_TABLE,
        /** A table in which a virtual table keeps its content; it comes and goes with that one. */
        SHADOW_TABLE,
        /** A view. */
        VIEW,
        /** An index made by {@code CREATE INDEX}. */
        INDEX,
        /** A trigger. */
        TRIGGER,
        /** A table that SQLite made for itself, e.g. {@code sqlite_sequence}. */
        INTERNAL_TABLE;

        /**
         * The kind in words.
         *
         * @return e.g. {@code virtual table}
         */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * The object without its row count, which is how two schemas are compared.
     *
     * @return the same object with no rows counted
     */
    public DatabaseObject withoutRows() {
        return new DatabaseObject(kind, name, table, sql, OptionalLong.empty());
    }

    /**
     * The object in words.
     *
     * @return e.g. {@code table users (12 rows)}
     */
    @Override
    public String toString() {
        return kind + " " + name + (rows.isPresent() ? " (" + counted(rows.getAsLong(), "row") + ")" : "");
    }

    static String counted(long number, String noun) {
        String plural = noun.endsWith("x") ? "es" : "s";
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : plural);
    }
}
