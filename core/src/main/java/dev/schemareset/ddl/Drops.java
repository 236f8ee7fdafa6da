package dev.schemareset.ddl;

import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements that empty a database. Triggers go first, so that none can interfere; virtual tables go before ordinary
 * ones, because they take their shadow tables with them; what merely has the name of a shadow table stays behind and goes
 * by itself; indexes go with their tables.
 */
final class Drops {

    private Drops() {}

    static List<Statement> of(Inventory found) {
        return Stream.of(
                        Kind.TRIGGER, Kind.VIEW, Kind.VIRTUAL_TABLE, Kind.SHADOW_TABLE, Kind.TABLE, Kind.INTERNAL_TABLE)
                .flatMap(kind -> found.ofKind(kind).stream())
                .map(Drops::drop)
                .toList();
    }

    private static Statement drop(DatabaseObject object) {
        String name = object.name().quoted();
        return switch (object.kind()) {
            case TRIGGER -> new Statement("DROP TRIGGER " + name, "The old " + object + " goes.");
            case VIEW -> new Statement("DROP VIEW " + name, "The old " + object + " goes.");
            case TABLE -> new Statement("DROP TABLE " + name, "The old " + object + " goes, and its indexes with it.");
            case VIRTUAL_TABLE ->
                new Statement("DROP TABLE " + name, "The old " + object + " goes, and its shadow tables with it.");
            case SHADOW_TABLE ->
                new Statement(
                        "DROP TABLE IF EXISTS " + name,
                        "The old " + object + " is gone by now; an ordinary table of such a name goes here.");
            case INTERNAL_TABLE -> dropInternal(object);
            case INDEX -> throw new AssertionError(object + " goes with its table");
        };
    }

    private static Statement dropInternal(DatabaseObject object) {
        String name = object.name().quoted();
        return object.name().folded().equals("sqlite_sequence")
                ? new Statement("DELETE FROM " + name, "AUTOINCREMENT starts to count from 1 again.")
                : new Statement("DROP TABLE " + name, "The statistics of ANALYZE describe tables that are gone.");
    }
}
