package dev.schemareset.turso.remote;

import dev.schemareset.plan.SyncState;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.hrana.Hrana.Value.Text;
import java.util.List;

/**
 * Lets a transaction go on only while the database is what was seen. A statement that finds nothing does not fail, so that what must
 * hold is written into a column that is not null.
 */
final class Guard {

    /** All of the schema in one text. */
    static final String SCHEMA =
            "SELECT coalesce(group_concat(type || char(31) || name || char(31) || sql, char(30)), '') FROM "
                    + "(SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> '_sync_guard' ORDER BY type, name)";

    private Guard() {}

    /** The steps; all of them are done while the database is what was seen. */
    static List<Step> of(Sight seen) {
        return List.of(
                Step.statement("CREATE TABLE \"_sync_guard\" (\"holds\" INTEGER NOT NULL)"),
                seen.inspection()
                        .inventory()
                        .sync()
                        .map(SyncState::epoch)
                        .map(epoch -> Step.statement(
                                insert("(" + SCHEMA + ") = ? AND (SELECT v FROM \"_sync_meta\" WHERE k = 'epoch') = ?"),
                                new Text(seen.schema()),
                                new Text(epoch)))
                        .orElseGet(() -> Step.statement(insert("(" + SCHEMA + ") = ?"), new Text(seen.schema()))),
                Step.statement("DROP TABLE \"_sync_guard\""));
    }

    private static String insert(String condition) {
        return "INSERT INTO \"_sync_guard\" VALUES (CASE WHEN " + condition + " THEN 1 END)";
    }
}
