package dev.schemareset.turso.remote;

import dev.schemareset.plan.Protection;
import dev.schemareset.plan.SyncState;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.hrana.Hrana.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Lets a transaction go on only while the database is what was seen. A statement that finds nothing does not fail, so that what must
 * hold is written into a column that is not null, of a table whose name nobody has.
 */
final class Guard {

    /** How many steps it takes. */
    static final int STEPS = 3;

    /** The place among them of the one that fails when the database is not what was seen. */
    static final int CONDITION = 1;

    /** All of the schema in one text, but for what the server and its clients keep for themselves and may make at any time. */
    static final String SCHEMA = schema("");

    static final String EPOCH =
            "SELECT v FROM main." + SyncState.TABLE.quoted() + " WHERE k = 'epoch' AND typeof(v) = 'text'";

    static final String PROTECTION = "SELECT coalesce(reason, '') || ' ' || coalesce(since, '') FROM main."
            + Protection.TABLE.quoted() + " LIMIT 1";

    private Guard() {}

    /** The steps; all of them are done while the database is what was seen. */
    static List<Step> of(Sight seen) {
        String name = "_sync_guard_" + UUID.randomUUID().toString().replace("-", "");
        String table = "main.\"" + name + "\"";
        List<String> conditions = new ArrayList<>(List.of("(" + schema(" AND name <> '" + name + "'") + ") = ?"));
        List<Value> arguments = new ArrayList<>(List.of(new Text(seen.schema())));
        seen.epoch().ifPresent(epoch -> {
            conditions.add("(" + EPOCH + ") = ?");
            arguments.add(new Text(epoch));
        });
        seen.protection().ifPresent(protection -> {
            conditions.add("(" + PROTECTION + ") = ?");
            arguments.add(new Text(protection));
        });
        return List.of(
                Step.statement("CREATE TABLE " + table + " (\"holds\" INTEGER NOT NULL)"),
                Step.statement(
                        "INSERT INTO " + table + " VALUES (CASE WHEN " + String.join(" AND ", conditions)
                                + " THEN 1 END)",
                        arguments.toArray(Value[]::new)),
                Step.statement("DROP TABLE " + table));
    }

    private static String schema(String but) {
        return "SELECT coalesce(group_concat(type || char(31) || name || char(31) || sql, char(30)), '') FROM "
                + "(SELECT type, name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL" + but + Reserved.EXCLUDED
                + " ORDER BY type, name)";
    }
}
