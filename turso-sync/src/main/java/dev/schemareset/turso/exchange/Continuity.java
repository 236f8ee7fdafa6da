package dev.schemareset.turso.exchange;

import dev.schemareset.turso.feed.Feed.Head;
import dev.schemareset.turso.shape.Shape.Cursor;
import java.util.Optional;

/** Whether what is fetched in several looks at the log belongs to one history, of which nothing was missed. */
final class Continuity {

    private final Object remote;

    Continuity(Object remote) {
        this.remote = remote;
    }

    /** Whether the log still is the one that has this entry, or of which this instance knows the beginning. */
    static boolean isKnown(Cursor entry, Head head) {
        return entry.seq() == 0 ? head.trimmed() == 0 : head.known().equals(Optional.of(entry.nonce()));
    }

    /** The later look, at the entries after a number; it asked for the entry that was the last one before. */
    Head require(Head before, Head after, long from) {
        if (!after.epoch().equals(before.epoch())) {
            throw ExchangeErrors.resetMeanwhile(remote);
        }
        boolean isKnown = isKnown(before.last(), after);
        if (after.trimmed() > from
                || (!isKnown && after.trimmed() >= before.last().seq())) {
            throw ExchangeErrors.trimmedMeanwhile(remote);
        }
        if (!isKnown) {
            throw ExchangeErrors.broughtBackMeanwhile(remote);
        }
        // What a copy sends under the same name would be taken for what was sent from here.
        if (!after.push().equals(before.push())) {
            throw ExchangeErrors.copySentMeanwhile(remote);
        }
        return after;
    }
}
