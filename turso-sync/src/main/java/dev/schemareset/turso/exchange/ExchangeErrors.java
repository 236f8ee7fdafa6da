package dev.schemareset.turso.exchange;

import dev.schemareset.Confirm;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.plan.Difference;
import dev.schemareset.plan.Inventory;
import dev.schemareset.spi.Exchange;
import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.spi.RemoteInspection;
import dev.schemareset.turso.http.HranaClient.Failure;
import java.util.List;

/** What keeps two databases from exchanging rows. */
final class ExchangeErrors {

    private static final String NOTHING_LOST =
            "what was changed here and is not there yet is kept, to be sent the next time.";

    private ExchangeErrors() {}

    static SyncException unanswered(Failure e) {
        return new SyncException(
                e.reason(),
                e.failure(),
                "what was changed here is kept; the next exchange finds out what arrived, and sends what did not.",
                "check the network and the server, and exchange again.",
                e);
    }

    static SyncException notReset(Object local, Object remote) {
        return conflict(
                "Cannot exchange the rows of " + local + " with " + remote + ": its reset is yet to be done there.",
                "neither database was changed.",
                "call sync() or finish() of the reset.");
    }

    static SyncException notTogether(Object local, Object remote) {
        return conflict(
                "Cannot compare the rows of " + local + " and " + remote + ": they were not made by the same reset.",
                "neither database was changed.",
                "call sync(): it makes the database here anew from there, or says what is in the way.");
    }

    static SyncException unknown(LocalDatabase local, Object remote, Inventory found) {
        return conflict(
                "Cannot exchange the rows of " + local + " with " + remote
                        + ": it was not reset together with it, and holds " + found.summary() + ".",
                "neither database was changed.",
                "choose another file to take the rows from there; or " + resetBoth(local, found));
    }

    static SyncException otherRemote(Object local, String partner, Object remote) {
        return conflict(
                "The database " + local + " was made together with " + partner + ", and " + remote
                        + " is of another reset.",
                "neither database was changed.",
                "check the URL; if it is meant, call rebuild(Confirm.YES) of the replication, which makes the database anew from there.");
    }

    static SyncException resetByAnother(Object local, Object remote, String why) {
        return conflict(
                "The database " + local + " must be made anew: the database " + remote + " was reset, and " + why + ".",
                "nothing was changed here; what is yet to be sent is kept.",
                "check the URL; if it is meant, call rebuild(Confirm.YES) of the replication, which makes the database anew from there.");
    }

    static SyncException noReset(Object local, Object remote) {
        return conflict(
                "Cannot exchange the rows of " + local + " with " + remote + ": the latter was not made by a reset.",
                "neither database was changed.",
                "check that this is the database you mean; apply(Confirm.YES_DROP_FOREIGN_TABLES) with syncTo(...) drops "
                        + "everything in both and creates it again.");
    }

    static SyncException otherModels(LocalDatabase local, RemoteInspection seen) {
        List<String> differences = seen.written().differencesFrom(local.expected()).stream()
                .map(Difference::headline)
                .toList();
        return conflict(
                "Cannot exchange the rows of " + local + " with " + seen.name() + ": "
                        + seen.inventory().foreignTo(local.packages()).orElse("it was made from other models") + ". "
                        + (differences.isEmpty() ? "Its schema is not known." : String.join("; ", differences) + "."),
                "neither database was changed.",
                "use the models it was made from; or " + resetBoth(local, seen.inventory()));
    }

    static SyncException altered(LocalDatabase local, RemoteInspection seen) {
        return conflict(
                "Cannot exchange the rows of " + local + " with " + seen.name()
                        + ": somebody changed the schema there since the reset: " + String.join(", ", seen.altered())
                        + ".",
                "neither database was changed.",
                "take that back; or " + resetBoth(local, seen.inventory()));
    }

    static SyncException resetMeanwhile(Object remote) {
        return meanwhile("The database " + remote + " was reset while its rows were fetched.");
    }

    static SyncException trimmedMeanwhile(Object remote) {
        return meanwhile("The log of the database " + remote + " was trimmed while its rows were fetched.");
    }

    static SyncException broughtBackMeanwhile(Object remote) {
        return meanwhile("The database " + remote + " was brought back to an older state while its rows were fetched.");
    }

    static SyncException copySentMeanwhile(Object remote) {
        return meanwhile(
                "A copy of the file here sent changes to the database " + remote + " while its rows were fetched.");
    }

    private static SyncException meanwhile(String failure) {
        return conflict(failure, "nothing was changed here.", "exchange again.");
    }

    static SyncException tooLarge(Object remote, Object table) {
        return new SyncException(
                Reason.REJECTED,
                "A row of " + table + " in the database " + remote + " is larger than one answer may be.",
                "nothing was changed here.",
                "make the row smaller there.",
                null);
    }

    /** What the same call had done before is written, here and there. */
    static SyncException after(Exchange done, SyncException e) {
        return done.equals(Exchange.NONE)
                ? e
                : new SyncException(
                        e.reason(),
                        e.failure(),
                        "before it failed, this exchange wrote what it came to: " + done + ". After that, "
                                + e.dataState(),
                        e.remedy(),
                        e);
    }

    static SyncException refused(Object remote, String said) {
        return new SyncException(
                Reason.REJECTED,
                "The database " + remote + " does not take what was changed here. The server says: " + said + ".",
                NOTHING_LOST,
                "correct what the server complains about, and exchange again.",
                null);
    }

    static SyncException overtaken(Object remote, int times) {
        return conflict(
                "Others wrote to the database " + remote + " each of the " + times + " times that changes were sent.",
                NOTHING_LOST,
                "exchange again.");
    }

    private static String resetBoth(LocalDatabase local, Inventory dropped) {
        boolean foreign = dropped.foreignTo(local.packages()).isPresent();
        return "apply(Confirm." + (foreign ? Confirm.YES_DROP_FOREIGN_TABLES : Confirm.YES)
                + ") with syncTo(...), which drops everything on both sides.";
    }

    private static SyncException conflict(String failure, String dataState, String remedy) {
        return new SyncException(Reason.CONFLICT, failure, dataState, remedy, null);
    }
}
