package dev.schemareset.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What went between a local database and its remote one.
 *
 * @param pushed how many rows were sent, those among them that are deleted
 * @param pulled how many rows of other instances were written or deleted locally
 * @param conflicts how many rows both databases had changed; one version stands, the other was kept
 * @param notes what a person should know beside that, a sentence each
 */
public record Exchange(long pushed, long pulled, long conflicts, List<String> notes) {

    /** Nothing went. */
    public static final Exchange NONE = new Exchange(0, 0, 0, List.of());

    /** Copies the list, so that the exchange cannot change. */
    public Exchange {
        notes = List.copyOf(notes);
    }

    /**
     * Both exchanges as one.
     *
     * @param next what went after this
     * @return the sum
     */
    public Exchange then(Exchange next) {
        requireNonNull(next, "next");
        return new Exchange(
                pushed + next.pushed,
                pulled + next.pulled,
                conflicts + next.conflicts,
                Stream.concat(notes.stream(), next.notes.stream()).distinct().toList());
    }

    /**
     * The exchange in words.
     *
     * @return e.g. {@code 3 rows pushed, 1 row pulled, no conflicts}
     */
    @Override
    public String toString() {
        return rows(pushed) + " pushed, " + rows(pulled) + " pulled, "
                + (conflicts == 0 ? "no conflicts" : conflicts == 1 ? "1 conflict" : conflicts + " conflicts");
    }

    private static String rows(long count) {
        return count == 0 ? "no rows" : count == 1 ? "1 row" : String.format(Locale.ROOT, "%,d rows", count);
    }
}
