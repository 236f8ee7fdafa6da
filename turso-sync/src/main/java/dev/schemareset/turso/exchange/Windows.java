package dev.schemareset.turso.exchange;

import dev.schemareset.turso.feed.Feed;
import dev.schemareset.turso.feed.Feed.Head;
import dev.schemareset.turso.feed.Feed.Position;
import dev.schemareset.turso.feed.Feed.Window;
import dev.schemareset.turso.replica.Incoming;
import dev.schemareset.turso.replication.SyncProgress;
import dev.schemareset.turso.replication.SyncProgress.Work;
import dev.schemareset.turso.shape.Shape.Cursor;
import java.sql.SQLException;

/**
 * Fetches the rows of which the log tells, some entries at a time, up to its end. Rows are fetched as they are, which may be later than
 * their entry; at the end of the log there is nothing later, so that all that came fits together.
 */
final class Windows {

    private final Feed feed;
    private final SyncProgress.Listener progress;
    private final Continuity continuity;

    Windows(Feed feed, SyncProgress.Listener progress) {
        this.feed = feed;
        this.progress = progress;
        this.continuity = new Continuity(feed);
    }

    /** Fetches what comes after a position; the head was seen from there. Returns the end. */
    Cursor fetch(Incoming incoming, Position start, Head first) throws SQLException {
        Head head = first;
        Portion portion = new Portion();
        long from = start.cursor().seq();
        while (from < head.last().seq()) {
            Position seen = new Position(start.id(), head.last());
            long end = head.windowEnd();
            if (head.changed().isEmpty()) {
                head = continuity.require(head, feed.head(seen, end), end);
            } else {
                Portion.Answer<Window> window = window(portion, seen, from, head);
                end = from + window.size();
                Head next = continuity.require(head, window.content().head(), from);
                incoming.add(window.content().changes());
                progress.onProgress(new SyncProgress(
                        Work.RECEIVING,
                        head.changed().get(0).toString(),
                        end - start.cursor().seq(),
                        head.last().seq() - start.cursor().seq()));
                head = next;
            }
            from = end;
        }
        return head.last();
    }

    private Portion.Answer<Window> window(Portion portion, Position seen, long from, Head head) {
        return portion.ask(head.windowEnd() - from, size -> feed.window(seen, from, from + size, head.changed()))
                .orElseThrow(() -> ExchangeErrors.tooLarge(feed, head.changed().get(0)));
    }
}
