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
 * The statements that empty a database. Temporary objects go first, which would hide others of their name; then triggers, so that
 * none can interfere; virtual tables go before ordinary ones, because they take their shadow tables with them; what merely has the
 * name of a shadow table stays behind and goes by itself; indexes and the triggers of a change log go with their tables. Each names the database it means: a
 * connection may have attached others.
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

    /** They are there for one connection only, so that a script that another one runs does not find them. */
    private static Statement dropTemporary(DatabaseObject object) {
        String kind = switch (object.kind()) {
            case TRIGGER -> "TRIGGER";
            case VIEW -> "VIEW";
            default -> "TABLE";
        };
        return new Statement(
                "DROP " + kind + " IF EXISTS temp." + object.name().quoted(),
                "The temporary " + object + " goes: of the connection, too, nothing may stand in the way.");
    }

    private static Statement drop(DatabaseObject object, String dropTable) {
        String name = "main." + object.name().quoted();
        return switch (object.kind()) {
            case TRIGGER -> new Statement("DROP TRIGGER " + name, "The old " + object + " goes.");
            case VIEW -> new Statement("DROP VIEW " + name, "The old " + object + " goes.");
            case TABLE -> new Statement(dropTable + name, "The old " + object + " goes, and its indexes with it.");
            case VIRTUAL_TABLE ->
                new Statement(dropTable + name, "The old " + object + " goes, and its shadow tables with it.");
            case SHADOW_TABLE ->
                new Statement(
                        DROP_TABLE_IF_THERE + name,
                        "The old " + object + " is gone by now; an ordinary table of such a name goes here.");
            case BOOKKEEPING_TABLE ->
                new Statement(
                        dropTable + name,
                        object.name().matches(Protection.TABLE)
                                ? "The protection of the old database goes."
                                : "What SchemaReset knew of the old database goes.");
            case INTERNAL_TABLE -> dropInternal(object, name);
            case INDEX, BOOKKEEPING_TRIGGER -> throw new AssertionError(object + " goes with its table");
        };
    }

    private static Statement dropInternal(DatabaseObject object, String name) {
        return object.name().folded().equals("sqlite_sequence")
                ? new Statement("DELETE FROM " + name, "AUTOINCREMENT starts to count from 1 again.")
                : new Statement("DROP TABLE " + name, "The statistics of ANALYZE describe tables that are gone.");
    }
}
