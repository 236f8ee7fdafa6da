package dev.schemareset.turso.replica;

import dev.schemareset.error.DatabaseBusyException;
import dev.schemareset.error.SchemaResetException;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.model.Name;
import dev.schemareset.plan.Inventory;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.sqlite.SQLiteErrorCode;

/** Turns what SQLite reports into the errors of SchemaReset. */
final class ReplicaErrors {

    private static final String NOTHING_LOST = "nothing was changed here; what is yet to be sent is kept.";

    private ReplicaErrors() {}

    static SchemaResetException failed(Object database, SQLException e) {
        String failure = "Cannot exchange the rows of the database " + database + ": ";
        return switch (SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new DatabaseBusyException(
                        failure + "it is locked by another connection.",
                        NOTHING_LOST,
                        "end the other transaction, and exchange again.",
                        e);
            case SQLITE_FULL ->
                new UnusableDatabaseException(
                        failure + "there is no space for what would be written; SQLite says: " + e.getMessage() + ".",
                        NOTHING_LOST,
                        "make room on the disk, and exchange again.",
                        e);
            default ->
                new UnusableDatabaseException(
                        failure + "SQLite says: " + e.getMessage() + ".",
                        NOTHING_LOST,
                        "check the file, its permissions and its disk.",
                        e);
        };
    }

    /** Only by its bytes can such a text be found with SQL. */
    static UnusableDatabaseException brokenText(String table, String column, byte[] bytes) {
        String begins = HexFormat.of().withUpperCase().formatHex(bytes, 0, Math.min(bytes.length, 32));
        String name = new Name(column).quoted();
        return new UnusableDatabaseException(
                "The column " + column + " of the table " + table
                        + " holds a text that is not valid in the encoding of the database, and cannot be exchanged as it is.",
                NOTHING_LOST,
                "write the text anew, and exchange again; SELECT * FROM " + new Name(table).quoted()
                        + " WHERE hex(CAST(" + name + " AS BLOB)) LIKE '" + begins + "%' finds it.",
                null);
    }

    static SyncException otherSchema(Object database, List<String> differences) {
        return conflict(
                "The schema of the database " + database + " is not that of the models: "
                        + String.join("; ", differences) + ".",
                NOTHING_LOST,
                "use the models that it was made from, or take back what was changed in it. Once another instance has reset both sides with"
                        + " these models, sync() follows; apply(Confirm.YES) with syncTo(...) is such a reset, and drops everything on both"
                        + " sides.");
    }

    static UnusableDatabaseException gone(Object database, IOException e) {
        return new UnusableDatabaseException(
                "The file " + database + " is not there any more.",
                "what was changed in it and not sent is gone with it; nothing was changed on the other side.",
                "bring the file back; or close this replication and begin another, which makes the file from the other side.",
                e);
    }

    static SyncException noLog(Object database, Name trigger) {
        return conflict(
                "The database " + database + " does not note all changes: the trigger " + trigger
                        + " is missing or is another one.",
                NOTHING_LOST,
                "save what was changed while the trigger was missing, which is in no log; then choose another file, which is made from the"
                        + " other side, or apply(Confirm.YES) with syncTo(...), which drops everything on both sides.");
    }

    static SyncException wasReset(Object database) {
        return conflict(
                "The database " + database + " was reset while its rows were exchanged.",
                "what came was not written.",
                "exchange again.");
    }

    static SyncException notEmpty(Object database, Inventory found) {
        return conflict(
                "The database " + database + " was to be made from the other side, and holds " + found.summary()
                        + " by now.",
                "nothing was changed.",
                "choose another file; or apply(Confirm.YES) with syncTo(...), which drops everything on both sides.");
    }

    static SyncException rowsWouldGo(Object database, Rebuild rebuild, long rows) {
        return conflict(
                mustBeMadeAnew(database, rebuild)
                        + (rows == 1
                                ? "1 row of it is not on the other side as it is here."
                                : rows + " rows of it are not on the other side as they are here."),
                NOTHING_LOST,
                "call rebuild(Confirm.YES) of the replication, which keeps them as conflicts to be resolved.");
    }

    static SyncException altered(Object database, Rebuild rebuild) {
        return conflict(
                mustBeMadeAnew(database, rebuild)
                        + "But its own schema was changed since its last reset, and what that brought would go.",
                NOTHING_LOST,
                "take the change back; or save what you need of it, and call rebuild(Confirm.YES) of the replication, or choose "
                        + "another file.");
    }

    static SyncException unnoted(Object database, Rebuild rebuild, Name trigger) {
        return conflict(
                mustBeMadeAnew(database, rebuild) + "But its trigger " + trigger
                        + " is missing or is another one, and what was changed meanwhile would go.",
                NOTHING_LOST,
                "save what you need of it; then call rebuild(Confirm.YES) of the replication.");
    }

    private static String mustBeMadeAnew(Object database, Rebuild rebuild) {
        return "The database " + database
                + switch (rebuild.cause()) {
                    case NEW -> " was to be made from the other side. ";
                    case RESET ->
                        " must be made anew: the database " + rebuild.remote() + " was reset by somebody else. ";
                    case BROUGHT_BACK ->
                        " must be made anew: the database " + rebuild.remote()
                                + " was brought back to an older state. ";
                };
    }

    static SyncException inTheWay(String table, SQLException e) {
        return new SyncException(
                Reason.CONFLICT,
                "The version of the row of " + table + " cannot be written; SQLite says: " + e.getMessage() + ".",
                "nothing was changed; the conflict is kept.",
                "change or delete the row that is in the way, if one is, and resolve again; or choose the other version.",
                e);
    }

    static SyncException changedSince(Object database, Object table, Object row) {
        return conflict(
                "The row of " + table + " in " + database + " was changed after the conflict; it is " + row + " now.",
                "nothing was changed; the conflict is kept.",
                "write the row yourself as it should be, and resolve the conflict with the version that stands.");
    }

    static SyncException brokenReference(Object database, String reference) {
        return conflict(
                "With that version, " + reference + " that is not there, in " + database + ".",
                "nothing was changed; the conflict is kept.",
                "see to those rows, or resolve the conflict of the row that they refer to, and resolve again.");
    }

    static SyncException noTable(Object database, String table) {
        return conflict(
                "The row of " + table + " comes from another schema than that of " + database + ".",
                "nothing was changed; the conflict is kept.",
                "write the row yourself as it should be now, and resolve the conflict with the version that stands.");
    }

    static SyncException noConflict(long id) {
        return conflict(
                "There is no conflict " + id + ": it was resolved, or never was.",
                "nothing was changed.",
                "look at conflicts().");
    }

    private static SyncException conflict(String failure, String dataState, String remedy) {
        return new SyncException(Reason.CONFLICT, failure, dataState, remedy, null);
    }
}
