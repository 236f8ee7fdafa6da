package dev.schemareset.turso.feed;

import dev.schemareset.plan.ChangeLog;
import dev.schemareset.plan.SyncState;
import dev.schemareset.turso.batch.Transaction;
import dev.schemareset.turso.feed.Feed.Head;
import dev.schemareset.turso.feed.Feed.Position;
import dev.schemareset.turso.feed.Feed.Pushed;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.hrana.Hrana.Outcome.Done;
import dev.schemareset.turso.hrana.Hrana.Outcome.Failed;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.hrana.Hrana.Value.Int;
import dev.schemareset.turso.hrana.Hrana.Value.Text;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.shape.Shape.Change;
import dev.schemareset.turso.shape.Shape.Cursor;
import dev.schemareset.turso.shape.Shape.Parcel;
import dev.schemareset.turso.shape.Shape.Push;
import dev.schemareset.turso.shape.Shape.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One push as one transaction: a guard, what the log will tell of it, the rows, and where the log ends then. The triggers of the remote
 * database are silent meanwhile, because one statement that logs many rows is faster than a trigger for each.
 */
final class PushScript {

    private static final String LOG = "main." + ChangeLog.LOG.quoted();
    private static final String CONTEXT = "main." + ChangeLog.CONTEXT.quoted();
    private static final String PEER = "main." + ChangeLog.PEER.quoted();
    private static final String META = "main." + SyncState.TABLE.quoted();

    /** Fails, because a NULL may not stand there, unless all is as the instance saw it last. */
    private static final String GUARD = """
            INSERT INTO %3$s (id, push_no, token, last_seq, seen) VALUES (?, (SELECT CASE WHEN \
            (SELECT v FROM %2$s WHERE k = 'epoch') = ? \
            AND coalesce((SELECT max(seq) FROM %1$s), 0) = ? \
            AND coalesce((SELECT nonce FROM %1$s ORDER BY seq DESC LIMIT 1), 0) = ? \
            AND coalesce((SELECT push_no FROM %3$s WHERE id = ?), 0) = ? \
            AND coalesce((SELECT token FROM %3$s WHERE id = ?), 0) = ? \
            AND (SELECT schema_version FROM pragma_schema_version) = ? \
            THEN ? END), ?, ?, unixepoch()) \
            ON CONFLICT (id) DO UPDATE SET push_no = excluded.push_no, token = excluded.token, seen = excluded.seen""".formatted(LOG, META, PEER);

    private static final String ARRIVED =
            "UPDATE %2$s SET last_seq = (SELECT max(seq) FROM %1$s) WHERE id = ?".formatted(LOG, PEER);

    private static final String END = "SELECT seq, nonce FROM %s ORDER BY seq DESC LIMIT 1".formatted(LOG);

    /** An instance that was not seen for so long is not waited for: it takes all rows anew when it comes again. */
    private static final long PATIENCE_SECONDS = 30L * 24 * 60 * 60;

    private static final String SLOWEST =
            "(SELECT min(last_seq) FROM %s WHERE seen > unixepoch() - %d)".formatted(PEER, PATIENCE_SECONDS);

    /** Never less than before: what is gone does not come back with an instance that is further behind. */
    private static final String NOTE_TRIMMED = """
            INSERT INTO %s (k, v) SELECT 'trimmed', CAST(s - 1 AS TEXT) FROM (SELECT %s AS s) WHERE s > 1 \
            ON CONFLICT (k) DO UPDATE SET v = excluded.v WHERE CAST(v AS INTEGER) < CAST(excluded.v AS INTEGER)""".formatted(META, SLOWEST);

    private static final String TRIM = "DELETE FROM %s WHERE seq < %s".formatted(LOG, SLOWEST);

    /** Trimming is no work for every push. */
    private static final int TRIM_EVERY = 64;

    private final Transaction transaction = Transaction.withoutForeignKeys();
    private final int guard;
    private final int end;
    private final int commit;

    PushScript(String epoch, Position position, Push last, Parcel parcel, Head checked) {
        this.guard = transaction.then(guard(epoch, position, last, parcel.push(), checked.schemaVersion()));
        then("INSERT INTO " + CONTEXT + " (id) VALUES (1)");
        Map<Table, List<Change>> byTable = new LinkedHashMap<>();
        parcel.changes()
                .forEach(change -> byTable.computeIfAbsent(change.table(), table -> new ArrayList<>())
                        .add(change));
        byTable.forEach((table, changes) -> then(RowWriter.log(table, changes, position.id())));
        byTable.forEach((table, changes) -> then(RowWriter.delete(table, changes)));
        byTable.forEach((table, changes) -> {
            if (!table.evicts() || !parcel.more()) {
                then(RowWriter.write(table, changes));
            }
        });
        // From here on the triggers are awake, and log what is in the way.
        transaction.then(Step.statement("UPDATE " + CONTEXT + " SET origin = ?", new Text(position.id())));
        byTable.forEach((table, changes) -> {
            if (table.evicts() && parcel.more()) {
                then(RowWriter.replace(table, changes));
            }
        });
        then("DELETE FROM " + CONTEXT);
        transaction.then(Step.statement(ARRIVED, new Text(position.id())));
        if (parcel.push().number() % TRIM_EVERY == 0) {
            then(NOTE_TRIMMED);
            then(TRIM);
        }
        this.end = transaction.then(Step.query(END));
        this.commit = transaction.commit();
    }

    List<Step> steps() {
        return transaction.steps();
    }

    /** What came of it. */
    Pushed read(HranaClient client, List<Outcome> outcomes) {
        if (outcomes.get(commit) instanceof Done && outcomes.get(end) instanceof Done done) {
            List<Value> row = done.rows().get(0);
            return new Pushed.Committed(new Cursor(number(row.get(0)), number(row.get(1))));
        }
        if (outcomes.get(guard) instanceof Failed failed) {
            return new Pushed.Outdated(failed.said());
        }
        if (outcomes.get(transaction.firstBegin()) instanceof Failed failed) {
            throw FeedErrors.inUse(client, failed);
        }
        for (int place = transaction.firstBegin(); place < outcomes.size(); place++) {
            if (outcomes.get(place) instanceof Failed failed) {
                throw FeedErrors.refused(client, "rows that were changed here", failed);
            }
        }
        throw FeedErrors.noRows(client, outcomes.get(commit));
    }

    private static long number(Value value) {
        return value instanceof Int number ? number.value() : -1;
    }

    private static Step guard(String epoch, Position position, Push last, Push next, long schemaVersion) {
        Text id = new Text(position.id());
        return Step.statement(
                GUARD,
                id,
                new Text(epoch),
                new Int(position.cursor().seq()),
                new Int(position.cursor().nonce()),
                id,
                new Int(last.number()),
                id,
                new Int(last.token()),
                new Int(schemaVersion),
                new Int(next.number()),
                new Int(next.token()),
                new Int(position.cursor().seq()));
    }

    private void then(String sql) {
        transaction.then(Step.statement(sql));
    }

    private void then(List<Step> steps) {
        steps.forEach(transaction::then);
    }
}
