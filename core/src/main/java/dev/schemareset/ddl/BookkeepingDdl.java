package dev.schemareset.ddl;

import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Protection;
import dev.schemareset.plan.Stamp;
import dev.schemareset.plan.Statement;
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
              "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
              "fingerprint" TEXT NOT NULL,
              "reset_at" TEXT NOT NULL,
              "library_version" TEXT NOT NULL,
              "resets" INTEGER NOT NULL
            ) STRICT""".formatted(Stamp.TABLE.quoted());

    private static final String CREATE_PROTECTION = """
            CREATE TABLE %s
            -- Written by SchemaReset: while this table is here, it resets nothing.
            (
              "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
              "reason" TEXT NOT NULL,
              "since" TEXT NOT NULL
            ) STRICT""".formatted(Protection.TABLE.quoted());

    private BookkeepingDdl() {}

    static List<Statement> stamp(String fingerprint, long resets) {
        return List.of(
                new Statement(CREATE_STAMP, "By this table SchemaReset knows a database that it made."),
                new Statement(
                        "INSERT INTO " + Stamp.TABLE.quoted() + " VALUES (1, " + Literals.text(fingerprint) + ", " + NOW
                                + ", " + Literals.text(LibraryVersion.get()) + ", " + resets + ")",
                        "It tells the schema, the time, the version of SchemaReset and how many resets there were."));
    }

    static List<Statement> protect(Inventory found, String reason) {
        Statement table = isThere(found)
                ? new Statement("DELETE FROM " + Protection.TABLE.quoted(), "The old reason makes way for the new one.")
                : new Statement(CREATE_PROTECTION, "While this table is there, nothing is reset.");
        return List.of(
                table,
                new Statement(
                        "INSERT INTO " + Protection.TABLE.quoted() + " VALUES (1, " + Literals.text(reason) + ", " + NOW
                                + ")",
                        "It tells why, and since when."));
    }

    static List<Statement> unprotect(Inventory found) {
        return isThere(found)
                ? List.of(new Statement(
                        "DROP TABLE main." + Protection.TABLE.quoted(), "The database may be reset again."))
                : List.of();
    }

    private static boolean isThere(Inventory found) {
        return found.ofKind(Kind.BOOKKEEPING_TABLE).stream()
                .map(DatabaseObject::name)
                .anyMatch(Protection.TABLE::matches);
    }
}
