package dev.schemareset.turso.exchange;

import dev.schemareset.turso.feed.Feed;
import dev.schemareset.turso.feed.Feed.Head;
import dev.schemareset.turso.feed.Feed.Position;
import dev.schemareset.turso.feed.Feed.Window;
import dev.schemareset.turso.replica.Replica;
import dev.schemareset.turso.replication.RowChange;
import dev.schemareset.turso.replication.SyncPreview;
import dev.schemareset.turso.shape.Shape.Change;
import dev.schemareset.turso.shape.Shape.Parcel;
import java.util.List;
import java.util.Optional;

/** Looks at what an exchange would do, and does nothing. */
final class Preview {

    private final Replica replica;
    private final Feed feed;
    private final int most;

    Preview(Replica replica, Feed feed, int most) {
        this.replica = replica;
        this.feed = feed;
        this.most = most;
    }

    /** From the place at which this instance is to the end of the log, as far as one answer goes. */
    SyncPreview look(Position position, Head head) {
        Parcel outgoing = replica.outgoing(most);
        long from = position.cursor().seq();
        Optional<Portion.Answer<Window>> window = new Portion()
                .ask(head.windowEnd() - from, size -> feed.window(position, from, from + size, head.changed()));
        return new SyncPreview(
                changes(outgoing.changes()),
                outgoing.more(),
                window.map(found -> changes(found.content().changes())).orElse(List.of()),
                window.isEmpty() || from + window.get().size() < head.last().seq());
    }

    private static List<RowChange> changes(List<Change> changes) {
        return changes.stream()
                .map(change -> new RowChange(
                        change.table().name().value(),
                        Replica.key(change.table(), change.key()),
                        change.row().map(row -> Replica.row(change.table(), row))))
                .toList();
    }
}
