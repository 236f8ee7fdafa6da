package dev.schemareset.turso.feed;

import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.model.Name;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.http.HranaClient.Failure;

/** Turns what a server reports into the errors of SchemaReset. */
final class FeedErrors {

    private static final String NOTHING_LOST =
            "what was changed here and is not there yet is kept, to be sent the next time.";

    private FeedErrors() {}

    static SyncException failed(Failure e) {
        return new SyncException(e.reason(), e.failure(), NOTHING_LOST, e.remedy(), e);
    }

    static SyncException noLog(HranaClient database, Outcome outcome) {
        return conflict(
                "The database " + database
                        + " has no log of changes that can be read: it was not reset together with a local one."
                        + " The server says: " + outcome.said() + ".",
                NOTHING_LOST,
                "check that this is the database you mean; apply(Confirm.YES) with syncTo(...) makes it.");
    }

    static SyncException noRows(HranaClient database, Outcome outcome) {
        return new SyncException(
                outcome instanceof Outcome.Failed ? Reason.REJECTED : Reason.PROTOCOL,
                "The database " + database + " does not tell its rows. The server says: " + outcome.said() + ".",
                NOTHING_LOST,
                "correct what the server complains about, and exchange again.",
                null);
    }

    /** What is read then may never be committed. */
    static SyncException inUse(HranaClient database, Outcome outcome) {
        return new SyncException(
                Reason.UNREACHABLE,
                "The database " + database + " is in use by a transaction of another client. The server says: "
                        + outcome.said() + ".",
                NOTHING_LOST,
                "exchange again once that has ended.",
                null);
    }

    static SyncException unknownTable(HranaClient database, Name table) {
        return conflict(
                "The log of the database " + database + " tells of the table " + table
                        + ", which the models do not have.",
                NOTHING_LOST,
                "look at it with info().");
    }

    static SyncException refused(HranaClient database, String what, Outcome outcome) {
        return new SyncException(
                Reason.REJECTED,
                "The database " + database + " refuses " + what + ". The server says: " + outcome.said() + ".",
                "everything was rolled back there; what was changed here is kept, to be sent the next time.",
                "correct what the server complains about, and exchange again.",
                null);
    }

    private static SyncException conflict(String failure, String dataState, String remedy) {
        return new SyncException(Reason.CONFLICT, failure, dataState, remedy, null);
    }
}
