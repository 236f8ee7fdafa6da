package dev.schemareset.ddl;

import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Header;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Protection;
import dev.schemareset.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements that empty a database. Temporary objects are dropped first, because they hide others of their name; then triggers, so
 * that none interferes; then virtual tables, which take their shadow tables with them; then the rest. Indexes and the triggers of a
 * change log are dropped with their tables. Each statement names its database: a connection may have attached others.
 */
final class Drops {

    private static final String DROP_TABLE = "DROP TABLE ";
    private static final String DROP_TABLE_IF_THERE = "DROP TABLE IF EXISTS ";

    private Drops() {}

    static List<Statement> of(Inventory found) {
        List<Statement> drops = new ArrayList<>();
        inOrder(found.temporary()).map(Drops::dropTemporary).forEach(drops::add);
        inOrder(found.objects()).map(object -> drop(object, DROP_TABLE)).forEach(drops::add);
        drops.addAll(HeaderSql.change(found.header(), Header.UNMARKED));
        return drops;
    }

    /**
     * What the server keeps for itself stays: of its counters and statistics it takes care itself, and refuses who would. A table may go
     * with another, as that of a vector index of libSQL does.
     */
    static List<Statement> ofRemote(Inventory found) {
        List<Statement> drops = new ArrayList<>();
        inOrder(found.objects())
                .filter(object -> object.kind() != Kind.INTERNAL_TABLE)
                .map(object -> drop(object, DROP_TABLE_IF_THERE))
                .forEach(drops::add);
        drops.addAll(HeaderSql.change(found.header(), Header.UNMARKED));
        return drops;
    }

    private static Stream<DatabaseObject> inOrder(List<DatabaseObject> objects) {
        return Stream.of(
                        Kind.TRIGGER,
                        Kind.VIEW,
                        Kind.VIRTUAL_TABLE,
                        Kind.SHADOW_TABLE,
                        Kind.TABLE,
                        Kind.BOOKKEEPING_TABLE,
                        Kind.INTERNAL_TABLE)
                .flatMap(kind -> objects.stream().filter(object -> object.kind() == kind));
    }

    /** They exist for one connection only, so a script that another one runs does not find them. */
    private static Statement dropTemporary(DatabaseObject object) {
        String kind = switch (object.kind()) {
            case TRIGGER -> "TRIGGER";
            case VIEW -> "VIEW";
            default -> "TABLE";
        };
        return new Statement(
                "DROP " + kind + " IF EXISTS temp." + object.name().quoted(),
                "Drops the temporary " + object + " of the connection, which would be in the way.");
    }

    private static Statement drop(DatabaseObject object, String dropTable) {
        String name = "main." + object.name().quoted();
        return switch (object.kind()) {
            case TRIGGER -> new Statement("DROP TRIGGER " + name, "Drops the old " + object + ".");
            case VIEW -> new Statement("DROP VIEW " + name, "Drops the old " + object + ".");
            case TABLE -> new Statement(dropTable + name, "Drops the old " + object + " and its indexes.");
            case VIRTUAL_TABLE ->
                new Statement(dropTable + name, "Drops the old " + object + " and its shadow tables.");
            case SHADOW_TABLE ->
                new Statement(
                        DROP_TABLE_IF_THERE + name,
                        "Drops the old " + object + " if it still exists: an ordinary table may have such a name.");
            case BOOKKEEPING_TABLE ->
                new Statement(
                        dropTable + name,
                        object.name().matches(Protection.TABLE)
                                ? "Drops the protection of the old database."
                                : "Drops what SchemaReset knew about the old database.");
            case INTERNAL_TABLE -> dropInternal(object, name);
            case INDEX, BOOKKEEPING_TRIGGER -> throw new AssertionError(object + " is dropped with its table");
        };
    }

    private static Statement dropInternal(DatabaseObject object, String name) {
        return object.name().folded().equals("sqlite_sequence")
                ? new Statement("DELETE FROM " + name, "AUTOINCREMENT counts from 1 again.")
                : new Statement("DROP TABLE " + name, "The statistics of ANALYZE describe dropped tables.");
    }
}
