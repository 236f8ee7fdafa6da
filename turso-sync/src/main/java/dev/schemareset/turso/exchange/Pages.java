package dev.schemareset.turso.exchange;

import dev.schemareset.turso.feed.Feed;
import dev.schemareset.turso.feed.Feed.Head;
import dev.schemareset.turso.feed.Feed.Position;
import dev.schemareset.turso.feed.Feed.Window;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.replica.Incoming;
import dev.schemareset.turso.replication.SyncProgress;
import dev.schemareset.turso.replication.SyncProgress.Work;
import dev.schemareset.turso.shape.Shape.Change;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Fetches all rows of the remote database, some at a time. */
final class Pages {

    /** The most rows of a page. */
    static final int ROWS = 1_000;

    private final Feed feed;
    private final List<Table> tables;
    private final SyncProgress.Listener progress;

    Pages(Feed feed, List<Table> tables, SyncProgress.Listener progress) {
        this.feed = feed;
        this.tables = tables;
        this.progress = progress;
    }

    /** Fetches all rows of all tables, while the log only grows from the head that was seen. Returns the last head. */
    Head fetch(Incoming incoming, Head first) throws SQLException {
        Continuity continuity = new Continuity(feed);
        Head head = first;
        List<Long> totals = feed.counts();
        for (int i = 0; i < tables.size(); i++) {
            Table table = tables.get(i);
            long done = 0;
            PageReader reader = new PageReader(table);
            boolean more = true;
            while (more) {
                Window page = reader.next(Position.ofNobody(head.last()));
                head = continuity.require(head, page.head(), first.last().seq());
                more = !page.changes().isEmpty();
                if (more) {
                    incoming.add(page.changes());
                    done += page.changes().size();
                    progress.onProgress(
                            new SyncProgress(Work.FETCHING, table.name().toString(), done, totals.get(i)));
                }
            }
        }
        return head;
    }

    PageReader reader(Table table) {
        return new PageReader(table);
    }

    /** Reads one table, fewer rows at a time where they are large. */
    final class PageReader {

        private final Table table;
        private final Portion portion = new Portion();
        private Optional<List<Value>> last = Optional.empty();

        private PageReader(Table table) {
            this.table = table;
        }

        /** The next rows; none at the end. */
        Window next(Position seen) {
            Window page = portion.ask(ROWS, limit -> feed.page(seen, table, last, limit))
                    .orElseThrow(() -> ExchangeErrors.tooLarge(feed, table.name()))
                    .content();
            List<Change> rows = page.changes();
            if (!rows.isEmpty()) {
                last = Optional.of(rows.get(rows.size() - 1).key());
            }
            return page;
        }
    }
}
