package dev.schemareset.ddl;

import dev.schemareset.model.ModelPackages;
import dev.schemareset.model.Name;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Protection;
import dev.schemareset.plan.Stamp;
import dev.schemareset.plan.Statement;
import dev.schemareset.plan.SyncState;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the tables that SchemaReset keeps for itself. The time is that of the moment in which a statement runs: a plan may wait for
 * its review.
 */
final class BookkeepingDdl {

    private static final String NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

    private static final String CREATE_STAMP = """
            CREATE TABLE %s
            -- Written by SchemaReset: it made this database and may reset it. Without this row it will not.
            (
              "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1),
              "fingerprint" TEXT NOT NULL,
              "reset_at" TEXT NOT NULL,
              "library_version" TEXT NOT NULL,
              "resets" INTEGER NOT NULL,
              "packages" TEXT NOT NULL
            ) STRICT""".formatted(Stamp.TABLE.quoted());

    private static final String CREATE_PROTECTION = """
            CREATE TABLE %s
            -- Written by SchemaReset: while this table is here, it resets nothing.
            (
              "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1),
              "reason" TEXT NOT NULL,
              "since" TEXT NOT NULL
            ) STRICT""".formatted(Protection.TABLE.quoted());

    private static final String CREATE_SYNC_STATE = """
            CREATE TABLE %s
            -- Written by SchemaReset: the reset that made this database, by which both sides of a sync know each other.
            (
              "k" TEXT NOT NULL PRIMARY KEY,
              "v" TEXT NOT NULL
            ) STRICT""".formatted(SyncState.TABLE.quoted());

    private static final String CREATE_SCHEMA = """
            CREATE TABLE %s
            -- Written by SchemaReset: the schema to the letter, and the name and the text that the server gave each object.
            (
              "position" INTEGER NOT NULL PRIMARY KEY,
              "type" TEXT NOT NULL,
              "name" TEXT NOT NULL,
              "tbl_name" TEXT NOT NULL,
              "sql" TEXT NOT NULL,
              "stored_name" TEXT NOT NULL,
              "stored_sql" TEXT NOT NULL,
              UNIQUE ("type", "stored_name")
            ) STRICT""".formatted(SyncState.SCHEMA_TABLE.quoted());

    /** The object that was created last, whatever the server calls it: some fold the letters of a name. */
    private static final String LAST_CREATED = "(SELECT %s FROM main.sqlite_schema WHERE type = %s AND sql IS NOT NULL"
            + " AND substr(name, 1, 7) <> 'sqlite_' AND substr(name, 1, 16) <> '__turso_internal' ORDER BY rowid DESC LIMIT 1)";

    private BookkeepingDdl() {}

    static List<Statement> sync(SyncState state) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement(CREATE_SYNC_STATE, "This table identifies the two databases of a sync."));
        statements.add(part("epoch", state.epoch(), "The random name of this reset, the same in both databases."));
        state.remote().ifPresent(remote -> statements.add(part("remote", remote, "The name of the remote.")));
        state.awaited()
                .ifPresent(awaited -> statements.add(
                        part("awaited", awaited, "The remote is reset next, if this is still what it holds.")));
        return statements;
    }

    private static Statement part(String key, String value, String why) {
        return new Statement(
                "INSERT INTO main." + SyncState.TABLE.quoted() + " VALUES (" + Literals.text(key) + ", "
                        + Literals.text(value) + ")",
                why);
    }

    /** The remote was reset too. Does nothing to a database that was reset again meanwhile. */
    static List<Statement> settle(Inventory found, String epoch) {
        return isThere(SyncState.TABLE, found)
                ? List.of(new Statement(
                        "DELETE FROM main." + SyncState.TABLE.quoted()
                                + " WHERE k = 'awaited' AND EXISTS (SELECT 1 FROM " + SyncState.TABLE.quoted()
                                + " WHERE k = 'epoch' AND v = " + Literals.text(epoch) + ")",
                        "The remote was reset too."))
                : List.of();
    }

    /**
     * After an undo: a reset of the remote that was pending then is not confirmed now; and what was restored is marked, so
     * that it is not lost with the reset that was undone.
     */
    static List<Statement> broughtBack(Inventory found) {
        return isThere(SyncState.TABLE, found)
                ? List.of(
                        new Statement(
                                "DELETE FROM main." + SyncState.TABLE.quoted() + " WHERE k = 'awaited'",
                                "A reset of the remote that was pending then is not done now."),
                        new Statement(
                                "INSERT OR REPLACE INTO main." + SyncState.TABLE.quoted() + " VALUES ("
                                        + Literals.text(SyncState.BROUGHT_BACK) + ", 'true')",
                                "A reset of the remote does not drop its rows without consent."))
                : List.of();
    }

    /** The table in which {@link #keep} keeps what was created. */
    static Statement schema() {
        return new Statement(CREATE_SCHEMA, "A server may store other SQL text than it was given.");
    }

    /** Keeps what was created by the statement before; fails when nothing was. */
    static Statement keep(DatabaseObject object, int position) {
        String type = Literals.text(object.kind().type());
        return new Statement(
                "INSERT INTO main." + SyncState.SCHEMA_TABLE.quoted() + " VALUES (" + position + ", " + type + ", "
                        + Literals.text(object.name().value()) + ", "
                        + Literals.text(object.table().value()) + ", " + Literals.text(object.sql()) + ", "
                        + LAST_CREATED.formatted("name", type) + ", " + LAST_CREATED.formatted("sql", type) + ")",
                "The " + object.label() + " must exist; its SQL is stored as it was written.");
    }

    static List<Statement> stamp(String fingerprint, long resets, ModelPackages packages) {
        return List.of(
                new Statement(CREATE_STAMP, "This table marks a database that SchemaReset made."),
                new Statement(
                        "INSERT INTO " + Stamp.TABLE.quoted() + " VALUES (1, " + Literals.text(fingerprint) + ", " + NOW
                                + ", " + Literals.text(LibraryVersion.get()) + ", " + resets + ", "
                                + Literals.text(packages.text()) + ")",
                        "The fingerprint of the schema, the time, the version of SchemaReset, the number of resets, and the "
                                + "owner: the packages of the models."));
    }

    static List<Statement> protect(Inventory found, String reason) {
        Statement table = isThere(Protection.TABLE, found)
                ? new Statement("DELETE FROM " + Protection.TABLE.quoted(), "Removes the old reason.")
                : new Statement(CREATE_PROTECTION, "While this table exists, the database is not reset.");
        return List.of(
                table,
                new Statement(
                        "INSERT INTO " + Protection.TABLE.quoted() + " VALUES (1, " + Literals.text(reason) + ", " + NOW
                                + ")",
                        "The reason, and since when."));
    }

    static List<Statement> unprotect(Inventory found) {
        return isThere(Protection.TABLE, found)
                ? List.of(new Statement(
                        "DROP TABLE main." + Protection.TABLE.quoted(), "The database may be reset again."))
                : List.of();
    }

    private static boolean isThere(Name table, Inventory found) {
        return found.ofKind(Kind.BOOKKEEPING_TABLE).stream()
                .map(DatabaseObject::name)
                .anyMatch(table::matches);
    }
}
