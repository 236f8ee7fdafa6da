package dev.schemareset.plan;

import static java.util.Objects.requireNonNull;

import dev.schemareset.model.Name;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * An object of a database, as {@code sqlite_schema} lists it.
 *
 * @param kind what it is
 * @param name its name
 * @param table the table it belongs to; its own name for a table or a view
 * @param sql the text it was created with, which SQLite keeps to the letter
 * @param rows how many rows it holds; empty where it holds none or they could not be counted
 */
public record DatabaseObject(Kind kind, Name name, Name table, String sql, OptionalLong rows) {

    /** What an object is. */
    public enum Kind {
        /** An ordinary table. */
        TABLE,
        /** A table whose content a module of SQLite provides, e.g. a full-text index. */
        VIRTUAL_TABLE,
        /** A table whose name is one in which a virtual table may keep its content, whoever made it. */
        SHADOW_TABLE,
        /** A view. */
        VIEW,
        /** An index made by {@code CREATE INDEX}. */
        INDEX,
        /** A trigger. */
        TRIGGER,
        /** A table that SQLite made for itself, e.g. {@code sqlite_sequence}. */
        INTERNAL_TABLE,
        /**
         * A table in which SchemaReset keeps what it must know of the database: its {@link Stamp}, its {@link Protection}, its
         * {@link SyncState}, its {@link ChangeLog}.
         */
        BOOKKEEPING_TABLE,
        /** A trigger that writes the {@link ChangeLog}. */
        BOOKKEEPING_TRIGGER;

        private static final List<Name> BOOKKEEPING = Stream.concat(
                        Stream.of(Stamp.TABLE, Protection.TABLE, SyncState.TABLE, SyncState.SCHEMA_TABLE),
                        ChangeLog.TABLES.stream())
                .toList();

        /**
         * The kind of an object that SQLite lists.
         *
         * @param object its name
         * @param type its type, as {@code sqlite_schema} or {@code PRAGMA table_list} has it
         * @return the kind
         * @throws IllegalArgumentException when SQLite has no such type
         */
        public static Kind of(Name object, String type) {
            requireNonNull(object, "object");
            return switch (requireNonNull(type, "type")) {
                case "table" -> ofTable(object);
                case "virtual" -> VIRTUAL_TABLE;
                case "shadow" -> SHADOW_TABLE;
                case "view" -> VIEW;
                case "index" -> INDEX;
                case "trigger" -> object.folded().startsWith(ChangeLog.TRIGGER_PREFIX) ? BOOKKEEPING_TRIGGER : TRIGGER;
                default -> throw new IllegalArgumentException("SQLite lists an object of the unknown type " + type);
            };
        }

        private static Kind ofTable(Name table) {
            if (table.folded().startsWith("sqlite_")) {
                return INTERNAL_TABLE;
            }
            return BOOKKEEPING.stream().anyMatch(table::matches) ? BOOKKEEPING_TABLE : TABLE;
        }

        /**
         * What {@code sqlite_schema} calls an object of this kind.
         *
         * @return {@code table}, {@code index}, {@code view} or {@code trigger}
         */
        public String type() {
            return switch (this) {
                case TABLE, VIRTUAL_TABLE, SHADOW_TABLE, INTERNAL_TABLE, BOOKKEEPING_TABLE -> "table";
                case VIEW -> "view";
                case INDEX -> "index";
                case TRIGGER, BOOKKEEPING_TRIGGER -> "trigger";
            };
        }

        /**
         * Whether an object of this kind is no part of the schema, but kept by SQLite or by SchemaReset for themselves.
         *
         * @return whether no model asks for it
         */
        public boolean isInternal() {
            return this == INTERNAL_TABLE || this == BOOKKEEPING_TABLE || this == BOOKKEEPING_TRIGGER;
        }

        /**
         * Whether an object of this kind holds rows of its own.
         *
         * @return whether its rows are counted
         */
        public boolean holdsRows() {
            return this == TABLE || this == VIRTUAL_TABLE || this == SHADOW_TABLE;
        }

        /**
         * Whether an object of this kind is a table that SQLite stores itself, row by row. What a virtual table shows is in its shadow
         * tables, or nowhere in the file.
         *
         * @return whether it has rows in the file
         */
        public boolean isStored() {
            return this == TABLE || this == SHADOW_TABLE || this == INTERNAL_TABLE || this == BOOKKEEPING_TABLE;
        }

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
     * The object with its rows counted.
     *
     * @param count how many rows it holds
     * @return an object that differs in that only
     */
    public DatabaseObject withRows(long count) {
        return new DatabaseObject(kind, name, table, sql, OptionalLong.of(count));
    }

    /**
     * The object in words, without its rows.
     *
     * @return e.g. {@code table users}
     */
    public String label() {
        return kind + " " + name;
    }

    /**
     * The object in words, with its rows.
     *
     * @return e.g. {@code table users (12 rows)}, {@code table users (rows unknown)}, {@code view active_users}
     */
    @Override
    public String toString() {
        if (!kind.holdsRows()) {
            return label();
        }
        return label() + " (" + (rows.isPresent() ? counted(rows.getAsLong(), "row") : "rows unknown") + ")";
    }

    static String counted(long number, String noun) {
        String plural = noun.endsWith("x") ? "es" : "s";
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : plural);
    }
}
