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
import java.util.Optional;

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
        long span = Long.MAX_VALUE;
        long from = start.cursor().seq();
        while (from < head.last().seq()) {
            Position seen = new Position(start.id(), head.last());
            long end = Math.min(head.windowEnd() - from, span) + from;
            if (head.changed().isEmpty()) {
                head = continuity.require(head, feed.head(seen, end), end);
            } else {
                Optional<Window> window = feed.window(seen, from, end, head.changed());
                while (window.isEmpty()) {
                    if (end == from + 1) {
                        throw ExchangeErrors.tooLarge(
                                feed, head.changed().get(0).name());
                    }
                    end = from + (end - from) / 2;
                    span = end - from;
                    window = feed.window(seen, from, end, head.changed());
                }
                Head next = continuity.require(head, window.get().head(), from);
                incoming.add(window.get().changes());
                progress.onProgress(new SyncProgress(
                        Work.RECEIVING,
                        head.changed().get(0).name().toString(),
                        end - start.cursor().seq(),
                        head.last().seq() - start.cursor().seq()));
                // The next ones may be smaller again.
                span = span < Feed.WINDOW ? span + span / 4 + 1 : Long.MAX_VALUE;
                head = next;
            }
            from = end;
        }
        return head.last();
    }
}
