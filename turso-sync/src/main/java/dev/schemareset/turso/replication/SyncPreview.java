package dev.schemareset.turso.replication;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an exchange would do.
 *
 * @param outgoing the first of the rows that would be sent, as they are here
 * @param moreOutgoing whether there are more
 * @param incoming the first of the rows that would be fetched, as they are there
 * @param moreIncoming whether there are more
 */
public record SyncPreview(
        List<RowChange> outgoing, boolean moreOutgoing, List<RowChange> incoming, boolean moreIncoming) {

    /** Copies the lists, so that the preview cannot change. */
    public SyncPreview {
        outgoing = List.copyOf(outgoing);
        incoming = List.copyOf(incoming);
    }

    /**
     * The preview for people.
     *
     * @return one or more lines
     */
    @Override
    public String toString() {
        return lines("push", outgoing, moreOutgoing) + "\n" + lines("pull", incoming, moreIncoming);
    }

    private static String lines(String verb, List<RowChange> changes, boolean more) {
        return "Would " + verb + (changes.isEmpty() ? " nothing" : "")
                + changes.stream().map(change -> "\n  " + change).collect(Collectors.joining())
                + (more ? "\n  ... and more" : "");
    }
}
