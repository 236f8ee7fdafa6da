package dev.schemareset.turso.feed;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Name;
import dev.schemareset.plan.ChangeLog;
import dev.schemareset.plan.SyncState;
import dev.schemareset.turso.batch.Transaction;
import dev.schemareset.turso.feed.Feed.Head;
import dev.schemareset.turso.feed.Feed.Position;
import dev.schemareset.turso.feed.Feed.Window;
import dev.schemareset.turso.hrana.Hrana.Condition.Ok;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.hrana.Hrana.Outcome.Done;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.hrana.Hrana.Value.Int;
import dev.schemareset.turso.hrana.Hrana.Value.Text;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.http.HranaClient.Failure;
import dev.schemareset.turso.shape.Shape.Change;
import dev.schemareset.turso.shape.Shape.Cursor;
import dev.schemareset.turso.shape.Shape.Push;
import dev.schemareset.turso.shape.Shape.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks a remote database for its log and its rows. */
final class Questions {

    private static final String LOG = "main." + ChangeLog.LOG.quoted();
    private static final String PEER = "main." + ChangeLog.PEER.quoted();
    private static final String META = "main." + SyncState.TABLE.quoted();

    private static final String HEAD = """
            SELECT (SELECT v FROM %2$s WHERE k = 'epoch'),
              coalesce((SELECT max(seq) FROM %1$s), 0),
              coalesce((SELECT nonce FROM %1$s ORDER BY seq DESC LIMIT 1), 0),
              (SELECT nonce FROM %1$s WHERE seq = ?),
              coalesce((SELECT CAST(v AS INTEGER) FROM %2$s WHERE k = 'trimmed'), 0),
              coalesce((SELECT push_no FROM %3$s WHERE id = ?), 0),
              coalesce((SELECT token FROM %3$s WHERE id = ?), 0),
              coalesce((SELECT max(seq) FROM (SELECT seq FROM %1$s WHERE seq > ? ORDER BY seq LIMIT %4$d)), ?)""".formatted(LOG, META, PEER, Feed.WINDOW);

    private static final String CHANGED = """
            SELECT DISTINCT tbl FROM (SELECT seq, tbl, origin FROM %s WHERE seq > ? ORDER BY seq LIMIT %d) \
            WHERE origin IS NOT ?""".formatted(LOG, Feed.WINDOW);

    private static final String REGISTER = """
            INSERT INTO %s (id, push_no, token, last_seq, seen) VALUES (?, 0, 0, ?, unixepoch()) \
            ON CONFLICT (id) DO UPDATE SET last_seq = excluded.last_seq, seen = excluded.seen""".formatted(PEER);

    /** The most bytes of an answer with several rows, which are many times as many in memory. */
    private static final int MANY_ROWS = 4 << 20;

    /** What the servers call an answer that is larger than they send. */
    private static final String TOO_LARGE = "RESPONSE_TOO_LARGE";

    private final HranaClient client;
    private final List<Table> tables;
    private final Map<String, Table> byName;

    Questions(HranaClient client, List<Table> tables) {
        this.client = client;
        this.tables = tables;
        this.byName =
                tables.stream().collect(Collectors.toMap(table -> table.name().folded(), Function.identity()));
    }

    Head head(Position seen, long from) {
        return head(ask(headSteps(seen, from)));
    }

    Optional<Window> window(Position seen, long from, long end, List<Name> names) {
        List<Table> changed = names.stream().map(this::table).toList();
        List<Step> steps = new ArrayList<>();
        changed.forEach(table -> steps.add(rows(table, seen.id(), from, end)));
        steps.addAll(headSteps(seen, end));
        return askForMuch(steps, end - from).map(outcomes -> {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < changed.size(); i++) {
                Table table = changed.get(i);
                for (List<Value> row : done(outcomes.get(i)).rows()) {
                    changes.add(RowDecoder.change(table, row));
                }
            }
            return new Window(changes, head(outcomes.subList(changed.size(), outcomes.size())));
        });
    }

    Optional<Window> page(Position seen, Table table, Optional<List<Value>> after, long limit) {
        List<Step> steps = new ArrayList<>();
        steps.add(PageQuery.of(table, after, limit));
        steps.addAll(headSteps(seen, seen.cursor().seq()));
        return askForMuch(steps, limit)
                .map(outcomes -> new Window(
                        done(outcomes.get(0)).rows().stream()
                                .map(row -> RowDecoder.row(table, row))
                                .toList(),
                        head(outcomes.subList(1, outcomes.size()))));
    }

    List<Long> counts() {
        return ask(tables.stream()
                        .map(table -> Step.query(
                                "SELECT count(*) FROM main." + table.name().quoted()))
                        .toList())
                .stream()
                .map(outcome -> number(done(outcome).rows().get(0).get(0)))
                .toList();
    }

    void register(Position position) {
        Transaction transaction = new Transaction();
        int register = transaction.then(Step.statement(
                REGISTER, new Text(position.id()), new Int(position.cursor().seq())));
        int commit = transaction.commit();
        try {
            List<Outcome> outcomes = client.write(transaction.steps()).outcomes();
            if (!(outcomes.get(0) instanceof Done)) {
                throw FeedErrors.inUse(client, outcomes.get(0));
            }
            if (!(outcomes.get(commit) instanceof Done)) {
                boolean isWritten = outcomes.get(register) instanceof Done;
                throw FeedErrors.refused(client, "to know this instance", outcomes.get(isWritten ? commit : register));
            }
        } catch (Failure e) {
            throw FeedErrors.failed(e);
        }
    }

    private static List<Step> headSteps(Position seen, long from) {
        Text id = new Text(seen.id());
        return List.of(
                Step.query("PRAGMA schema_version"),
                Step.query(HEAD, new Int(seen.cursor().seq()), id, id, new Int(from), new Int(from)),
                Step.query(CHANGED, new Int(from), id));
    }

    private Head head(List<Outcome> outcomes) {
        if (!(outcomes.get(1) instanceof Done done) || done.rows().size() != 1) {
            throw FeedErrors.noLog(client, outcomes.get(1));
        }
        List<Value> row = done.rows().get(0);
        return new Head(
                row.get(0) instanceof Text epoch ? Optional.of(epoch.value()) : Optional.empty(),
                new Cursor(number(row.get(1)), number(row.get(2))),
                row.get(3) instanceof Int nonce ? Optional.of(nonce.value()) : Optional.empty(),
                number(row.get(4)),
                new Push(number(row.get(5)), number(row.get(6))),
                pragma(outcomes.get(0)),
                number(row.get(7)),
                done(outcomes.get(2)).rows().stream()
                        .map(changed -> name(changed.get(0)))
                        .toList());
    }

    private static Name name(Value value) {
        return new Name(value instanceof Text text ? text.value() : "");
    }

    private Table table(Name name) {
        return Optional.ofNullable(byName.get(name.folded())).orElseThrow(() -> FeedErrors.unknownTable(client, name));
    }

    private static Step rows(Table table, String id, long from, long end) {
        String keys = table.logColumns().stream().collect(joining(", "));
        List<String> matches = new ArrayList<>();
        for (int i = 0; i < table.key().size(); i++) {
            matches.add("t." + table.keyColumns().get(i).quoted() + " = l."
                    + table.logColumns().get(i));
        }
        return Step.query(
                "SELECT " + RowDecoder.keys(table, "l.") + ", " + RowDecoder.columns(table, "t.")
                        + " FROM (SELECT DISTINCT " + keys
                        + ", evicted FROM " + LOG
                        + " WHERE tbl = ? AND seq > ? AND seq <= ? AND origin IS NOT ?) l LEFT JOIN main."
                        + table.name().quoted() + " t ON " + String.join(" AND ", matches)
                        + " WHERE l.evicted IS NULL OR t."
                        + table.keyColumns().get(0).quoted() + " IS NULL",
                new Text(table.name().value()),
                new Int(from),
                new Int(end),
                new Text(id));
    }

    private List<Outcome> ask(List<Step> steps) {
        try {
            return client.read(steps).outcomes();
        } catch (Failure e) {
            throw FeedErrors.failed(e);
        }
    }

    /** In one sight of what is committed. A single row may be as large as any answer. */
    private Optional<List<Outcome>> askForMuch(List<Step> questions, long rows) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.statement("BEGIN"));
        steps.addAll(questions);
        // Where a connection is shared, somebody else may have begun a transaction, which is not ours to end.
        steps.add(Step.statement("COMMIT").when(new Ok(0)));
        try {
            List<Outcome> outcomes =
                    client.read(steps, rows > 1 ? MANY_ROWS : Integer.MAX_VALUE).outcomes();
            if (!(outcomes.get(0) instanceof Done)) {
                throw FeedErrors.inUse(client, outcomes.get(0));
            }
            return Optional.of(outcomes.subList(1, outcomes.size() - 1));
        } catch (Failure e) {
            if (e.code().equals(TOO_LARGE)) {
                return Optional.empty();
            }
            throw FeedErrors.failed(e);
        }
    }

    private Done done(Outcome outcome) {
        if (outcome instanceof Done done) {
            return done;
        }
        throw FeedErrors.noRows(client, outcome);
    }

    private long pragma(Outcome outcome) {
        return number(done(outcome).rows().get(0).get(0));
    }

    private long number(Value value) {
        if (value instanceof Int number) {
            return number.value();
        }
        throw FeedErrors.noRows(client, new Outcome.Failed("", "no number where one should be"));
    }
}
