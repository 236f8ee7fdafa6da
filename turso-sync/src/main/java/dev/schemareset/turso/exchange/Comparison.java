package dev.schemareset.turso.exchange;

import dev.schemareset.turso.feed.Feed;
import dev.schemareset.turso.feed.Feed.Position;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.replica.Replica;
import dev.schemareset.turso.replica.Rows;
import dev.schemareset.turso.replication.SyncProgress;
import dev.schemareset.turso.replication.SyncProgress.Work;
import dev.schemareset.turso.replication.SyncVerification;
import dev.schemareset.turso.replication.SyncVerification.Difference;
import dev.schemareset.turso.replication.SyncVerification.TableVerification;
import dev.schemareset.turso.shape.Shape.Change;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares both sides, table by table, row by row in the order of their keys: neither is ever in memory as a whole. */
final class Comparison {

    /** The most differences that are told of a table. */
    private static final int EXAMPLES = 20;

    private static final Value ZERO = new Value.Real(0.0);
    private static final Value NEGATIVE_ZERO = new Value.Real(-0.0);

    private final Replica replica;
    private final Position seen;
    private final Pages pages;
    private final List<Table> tables;
    private final List<Long> totals;
    private final SyncProgress.Listener progress;

    Comparison(Replica replica, Feed feed, Position seen, List<Table> tables, SyncProgress.Listener progress) {
        this.replica = replica;
        this.seen = seen;
        this.pages = new Pages(feed, tables, progress);
        this.tables = tables;
        this.totals = feed.counts();
        this.progress = progress;
    }

    SyncVerification run() {
        return replica.reading(rows -> {
            List<TableVerification> compared = new ArrayList<>();
            for (int i = 0; i < tables.size(); i++) {
                compared.add(new TableComparison(rows, tables.get(i), totals.get(i)).run());
            }
            return new SyncVerification(compared);
        });
    }

    /** The rows of one side of a table, one after the other. */
    private interface Pager {
        List<Change> after(Optional<Change> last) throws SQLException;
    }

    private static final class Side {

        private final Pager pager;
        private List<Change> page = List.of();
        private int next;
        private long rows;

        Side(Pager pager) throws SQLException {
            this.pager = pager;
            this.page = pager.after(Optional.empty());
        }

        Optional<Change> current() {
            return next < page.size() ? Optional.of(page.get(next)) : Optional.empty();
        }

        void advance() throws SQLException {
            Change passed = page.get(next++);
            rows++;
            if (next == page.size()) {
                page = pager.after(Optional.of(passed));
                next = 0;
            }
        }
    }

    private final class TableComparison {

        private final Rows rows;
        private final Table table;
        private final Side here;
        private final Side there;
        private final List<Difference> examples = new ArrayList<>();
        private long different;
        private long fetched;

        TableComparison(Rows rows, Table table, long total) throws SQLException {
            this.rows = rows;
            this.table = table;
            Pages.PageReader reader = pages.reader(table);
            this.here = new Side(last -> rows.page(table, last.map(Change::key), Pages.ROWS));
            this.there = new Side(last -> {
                List<Change> page = reader.next(seen).changes();
                fetched += page.size();
                progress.onProgress(
                        new SyncProgress(Work.COMPARING, table.name().toString(), fetched, total));
                return page;
            });
        }

        TableVerification run() throws SQLException {
            while (here.current().isPresent() || there.current().isPresent()) {
                int order = order();
                if (order == 0) {
                    if (!comparable(here).equals(comparable(there))) {
                        differ(here.current(), there.current());
                    }
                    here.advance();
                    there.advance();
                } else if (order < 0) {
                    differ(here.current(), Optional.empty());
                    here.advance();
                } else {
                    differ(Optional.empty(), there.current());
                    there.advance();
                }
            }
            return new TableVerification(table.name().value(), here.rows, there.rows, different, examples);
        }

        /** SQLite stores no sign of a zero, but Turso's engine does. */
        private static Optional<List<Value>> comparable(Side side) {
            return side.current()
                    .flatMap(Change::row)
                    .map(row -> row.stream()
                            .map(value -> value.equals(NEGATIVE_ZERO) ? ZERO : value)
                            .toList());
        }

        private int order() throws SQLException {
            if (here.current().isEmpty()) {
                return 1;
            }
            if (there.current().isEmpty()) {
                return -1;
            }
            List<Value> key = here.current().get().key();
            List<Value> other = there.current().get().key();
            return key.equals(other) ? 0 : rows.compare(table, key, other);
        }

        private void differ(Optional<Change> local, Optional<Change> remote) throws SQLException {
            different++;
            if (examples.size() < EXAMPLES) {
                examples.add(new Difference(
                        local.flatMap(Change::row).map(row -> Replica.row(table, row)),
                        remote.flatMap(Change::row).map(row -> Replica.row(table, row)),
                        rows.isDirty(local.or(() -> remote).orElseThrow())));
            }
        }
    }
}
