package dev.schemareset.ddl;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Column;
import dev.schemareset.model.ColumnType;
import dev.schemareset.model.Generated;
import dev.schemareset.model.Index;
import dev.schemareset.model.Index.ColumnPart;
import dev.schemareset.model.Index.ExpressionPart;
import dev.schemareset.model.Index.Part;
import dev.schemareset.model.Name;
import dev.schemareset.model.Table;
import dev.schemareset.plan.ChangeLog;
import dev.schemareset.plan.DatabaseObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes the triggers of one table that note its changes. They do nothing but insert, because the conflict clause of the statement that
 * fires a trigger takes the place of the trigger's own
 * (<a href="https://www.sqlite.org/lang_createtrigger.html">SQLite documentation</a>).
 */
final class ChangeLogTriggers {

    private static final String LOG = ChangeLog.LOG.quoted();

    /** What the triggers of one side do differently. */
    private record Side(String silent, String moreColumns, String moreValues) {

        private static final String CONTEXT = ChangeLog.CONTEXT.quoted();

        static final Side LOCAL = new Side(CONTEXT, "", "");

        static final Side REMOTE = new Side(
                CONTEXT + " WHERE \"origin\" IS NULL",
                ", \"origin\", \"nonce\"",
                ", (SELECT \"origin\" FROM " + CONTEXT + "), random()");
    }

    private final Table table;
    private final List<Name> key;
    private final Side side;

    /** What the row in the way is called: as its table is, which an index may name. */
    private final String existing;

    private ChangeLogTriggers(Table table, Side side) {
        this.table = table;
        this.key = table.primaryKey().orElseThrow().columns();
        this.side = side;
        this.existing = (isHidden(table.name()) ? new Name("_sync_row") : table.name()).quoted();
    }

    /** In a trigger, its rows hide tables that are called so. */
    private static boolean isHidden(Name table) {
        return table.matches(new Name("old")) || table.matches(new Name("new"));
    }

    static Stream<DatabaseObject> local(Table table) {
        return new ChangeLogTriggers(table, Side.LOCAL).all();
    }

    /** A random number in each entry tells a log that was restored from a backup from the one that was read. */
    static Stream<DatabaseObject> remote(Table table) {
        return new ChangeLogTriggers(table, Side.REMOTE).all();
    }

    private Stream<DatabaseObject> all() {
        List<String> evictedByInsert = evicted("");
        List<String> evictedByUpdate = evicted(" AND (" + anyKeyDiffers(existing, "OLD") + ")");
        return Stream.concat(
                Stream.of(
                        on("insert", "AFTER INSERT", List.of(noted("NEW", ""))),
                        on(
                                "update",
                                "AFTER UPDATE",
                                List.of(noted("NEW", ""), noted("OLD", " WHERE " + anyKeyDiffers("OLD", "NEW")))),
                        on("delete", "AFTER DELETE", List.of(noted("OLD", ""))),
                        on(
                                "rekey",
                                "BEFORE UPDATE" + ofKey(),
                                "(" + anyKeyDiffers("OLD", "NEW") + ") AND ",
                                List.of(rekeyed()))),
                evictedByInsert.isEmpty()
                        ? Stream.empty()
                        : Stream.of(
                                on("evict_insert", "BEFORE INSERT", evictedByInsert),
                                on("evict_update", "BEFORE UPDATE" + ofUniqueColumns(), evictedByUpdate)));
    }

    private DatabaseObject on(String what, String event, List<String> statements) {
        return on(what, event, "", statements);
    }

    private DatabaseObject on(String what, String event, String when, List<String> statements) {
        return ChangeLogDdl.trigger(
                new Name(ChangeLog.TRIGGER_PREFIX + what + "_" + table.name().value()),
                table.name(),
                event + " ON " + table.name().quoted() + "\nWHEN " + when + "NOT EXISTS (SELECT 1 FROM " + side.silent()
                        + ")",
                statements);
    }

    private String noted(String row, String from) {
        return insert("", row, "", from);
    }

    /** What may be gone once the statement is done. Where the row is there then, the entry means nothing. */
    private String notedIfGone(String row, String from) {
        return insert(", \"evicted\"", row, ", 1", from);
    }

    private String insert(String flagColumn, String row, String flag, String from) {
        return "INSERT INTO " + LOG + " (\"tbl\", "
                + ChangeLogDdl.keyColumns(key.size()).collect(joining(", ")) + flagColumn
                + side.moreColumns()
                + ") SELECT " + Literals.text(table.name().value())
                + key.stream().map(column -> ", " + row + "." + column.quoted()).collect(joining())
                + flag + side.moreValues() + from;
    }

    /**
     * A row that takes the key of another by {@code REPLACE} may be deleted by a cascade of that, before its own update is done: so that
     * key is noted before. It is not where no row has it: a statement that is ignored leaves it so.
     */
    private String rekeyed() {
        return notedIfGone(
                existing,
                key.stream()
                        .map(column -> column.quoted() + " = NEW." + column.quoted())
                        .collect(joining(
                                " AND ", " FROM " + table.name().quoted() + " AS " + existing + " WHERE ", "")));
    }

    private String anyKeyDiffers(String row, String other) {
        return key.stream()
                .map(column -> row + "." + column.quoted() + " IS NOT " + other + "." + column.quoted())
                .collect(joining(" OR "));
    }

    /**
     * A row that {@code REPLACE} removes fires no delete trigger, so that it is noted before. Whether the row that is written is in a
     * partial index, too, cannot be told before it has its key and its defaults, and need not be: an entry for a row that stays means
     * nothing.
     */
    private List<String> evicted(String butNot) {
        return uniqueKeys().stream()
                .map(unique -> notedIfGone(
                        existing,
                        " FROM " + table.name().quoted() + " AS " + existing + " WHERE "
                                + unique.parts().stream().map(this::isTaken).collect(joining(" AND "))
                                + unique.where()
                                        .map(where -> " AND (" + where + ")")
                                        .orElse("")
                                + butNot))
                .toList();
    }

    private String isTaken(Part part) {
        if (part instanceof ColumnPart column) {
            return column.column().quoted() + " = "
                    + generated(column.column()).map(this::written).orElseGet(() -> written(column.column()));
        }
        String expression = ((ExpressionPart) part).sql().replaceFirst("(?is)\\s(ASC|DESC)\\s*$", "");
        return "(" + expression + ") = " + written(expression);
    }

    /**
     * An expression over the row that is written, as it will be in the table. SQLite has computed its generated columns before a default
     * takes the place of a {@code NULL}: they are computed anew, as often as one may be made from another.
     */
    private String written(String expression) {
        String row = selected(column -> typed(column, written(column.name())), "");
        for (long i = table.columns().stream()
                        .filter(column -> column.generated().isPresent())
                        .count();
                i > 0;
                i--) {
            row = selected(
                    column -> column.generated()
                            .map(generated -> typed(column, "(" + generated.sql() + ")"))
                            .orElseGet(() -> column.name().quoted()),
                    " FROM (" + row + ") AS " + existing);
        }
        return "(SELECT " + expression + " FROM (" + row + ") AS " + existing + ")";
    }

    private String selected(Function<Column, String> value, String from) {
        return "SELECT "
                + table.columns().stream()
                        .map(column ->
                                value.apply(column) + " AS " + column.name().quoted())
                        .collect(joining(", "))
                + from;
    }

    /** A column of a query compares as that of the table only where it says so. Values of a table that is not strict might change. */
    private String typed(Column column, String value) {
        String typed = table.strict() && !column.type().equals(ColumnType.ANY)
                ? "CAST(" + value + " AS " + column.type().name() + ")"
                : value;
        return column.collation()
                .map(collation -> typed + " COLLATE " + collation)
                .orElse(typed);
    }

    /** {@code REPLACE} puts the default in the place of a NULL that may not stand, after this trigger. */
    private String written(Name column) {
        String value = "NEW." + column.quoted();
        return table.column(column)
                .filter(found -> !found.nullable())
                .flatMap(Column::defaultValue)
                .map(defaultValue -> "coalesce(" + value + ", " + DefaultDdl.of(defaultValue) + ")")
                .orElse(value);
    }

    private record UniqueKey(List<Part> parts, Optional<String> where) {}

    private List<UniqueKey> uniqueKeys() {
        Stream<UniqueKey> constraints = table.uniqueKeys().stream()
                .map(unique -> new UniqueKey(
                        unique.columns().stream()
                                .<Part>map(column -> new ColumnPart(column, false))
                                .toList(),
                        Optional.empty()));
        Stream<UniqueKey> indexes = table.indexes().stream()
                .filter(Index::unique)
                .map(index -> new UniqueKey(index.parts(), index.where()));
        return Stream.concat(constraints, indexes).toList();
    }

    /** What sets no column of a unique key removes no other row; what an expression reads is not looked for. */
    private String ofUniqueColumns() {
        List<UniqueKey> keys = uniqueKeys();
        List<Optional<Name>> columns = keys.stream()
                .flatMap(unique -> unique.parts().stream())
                .map(part -> part instanceof ColumnPart column
                                && generated(column.column()).isEmpty()
                        ? Optional.of(column.column())
                        : Optional.<Name>empty())
                .distinct()
                .toList();
        return keys.stream().allMatch(unique -> unique.where().isEmpty())
                        && columns.stream().allMatch(Optional::isPresent)
                ? of(columns.stream().flatMap(Optional::stream).toList())
                : "";
    }

    /** SQLite's own key has other names, which a statement may set, and a trigger may not name. */
    private String ofKey() {
        return table.rowidKey().isPresent() ? "" : of(key);
    }

    private static String of(List<Name> columns) {
        return columns.stream().map(Name::quoted).collect(joining(", ", " OF ", ""));
    }

    private Optional<String> generated(Name column) {
        return table.column(column).flatMap(Column::generated).map(Generated::sql);
    }
}
