package dev.schemareset.turso.remote;

import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.plan.Statement;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.hrana.Hrana.Outcome.Failed;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.http.HranaClient.Failure;

/** Turns what a server reports into the errors of SchemaReset. */
final class RemoteErrors {

    private static final String UNCHANGED = "nothing was changed.";

    private RemoteErrors() {}

    static SyncException nothingWasChanged(Failure e) {
        return new SyncException(e.reason(), e.failure(), UNCHANGED, e.remedy(), e);
    }

    static SyncException asItWas(HranaClient database, Failure e) {
        return new SyncException(e.reason(), e.failure(), database + " is as it was.", e.remedy(), e);
    }

    /** No answer came to what changes the database, and none to the question whether it was changed. */
    static SyncException unknown(HranaClient database, Failure e) {
        return unknown(database, e.reason(), e.failure(), e);
    }

    /** An earlier try was not answered, and may arrive yet. */
    static SyncException unknown(HranaClient database, SyncException e) {
        return unknown(database, e.reason(), e.failure(), e);
    }

    private static SyncException unknown(HranaClient database, Reason reason, String failure, RuntimeException cause) {
        return new SyncException(
                reason,
                failure,
                "whether " + database + " was changed is not known.",
                "check the network and the server.",
                cause);
    }

    static SyncException unanswered(HranaClient database, Step question, Outcome outcome) {
        return new SyncException(
                outcome instanceof Failed ? Reason.REJECTED : Reason.PROTOCOL,
                "The database " + database + " does not answer to: " + question.sql() + "." + says(outcome),
                UNCHANGED,
                "check that this is a database on Turso or libSQL, and that the token may read it.",
                null);
    }

    static SyncException notBegun(HranaClient database, Outcome outcome) {
        return new SyncException(
                Reason.REJECTED,
                "The database " + database + " begins no transaction that writes." + says(outcome),
                database + " is as it was.",
                "wait for whoever writes there to end, and run again.",
                null);
    }

    static SyncException changed(HranaClient database) {
        return new SyncException(
                Reason.CONFLICT,
                "The database " + database + " is not what it was a moment ago: somebody else has changed or reset it.",
                database + " is as the other one left it.",
                "look with info() at what it holds now, and run again.",
                null);
    }

    static SyncException refused(HranaClient database, Statement statement, Outcome outcome) {
        return new SyncException(
                Reason.REJECTED,
                "The database " + database + " refuses a statement. " + statement.why() + says(outcome) + "\n"
                        + Statement.excerpt(statement.sql()),
                "everything was rolled back there; " + database + " is as it was.",
                "correct what the server complains about and run again.",
                null);
    }

    static SyncException notCommitted(HranaClient database, Outcome outcome) {
        return new SyncException(
                Reason.REJECTED,
                "The database " + database + " does not commit." + says(outcome),
                "everything was rolled back there; " + database + " is as it was.",
                "correct what the server complains about and run again.",
                null);
    }

    static SyncException notTakenBack(HranaClient database, Outcome outcome) {
        return new SyncException(
                Reason.REJECTED,
                "The database " + database + " does not take back what was tried." + says(outcome),
                "nothing was changed here. Whether " + database + " was changed is not known.",
                "look with info() at what it holds now.",
                null);
    }

    private static String says(Outcome outcome) {
        return " The server says: " + outcome.said() + ".";
    }
}
