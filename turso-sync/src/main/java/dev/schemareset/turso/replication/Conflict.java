package dev.schemareset.turso.replication;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of which both sides had a version. One of them stands in both databases, or will once it is sent; the other is only here.
 *
 * @param id names the conflict in this database
 * @param table the table of the row
 * @param kind what came between
 * @param local the version of this instance; empty when it had deleted the row, or never had it
 * @param remote the version of the other side; empty when the row is deleted there, or never was there
 * @param kept which version stands
 * @param detail what is to be known beside that; may be empty
 * @param at when it was found, by the clock of this instance
 */
public record Conflict(
        long id,
        String table,
        Kind kind,
        Optional<Row> local,
        Optional<Row> remote,
        Side kept,
        String detail,
        Instant at) {

    /** What came between two versions. */
    public enum Kind {
        /** Both sides changed the same row. */
        ROW,
        /** Two rows with different primary keys claim the same unique value. The one that does not stand is deleted on both sides. */
        UNIQUE,
        /** A row of the other side breaks a rule of the schema that holds here, and does not take the place of what is here. */
        REJECTED,
        /** The other side was reset before the row was sent, or was brought back to a state in which it is not as it was sent. */
        RESET;

        /**
         * The kind in words.
         *
         * @return e.g. {@code unique}
         */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The conflict for people.
     *
     * @return several lines
     */
    @Override
    public String toString() {
        return "Conflict " + id + " (" + kind + ") in " + table + ", " + at + ": the "
                + kept.name().toLowerCase(Locale.ROOT) + " version stands"
                + (detail.isEmpty() ? "" : " (" + detail + ")")
                + "\n  local   " + text(local) + "\n  remote  " + text(remote);
    }

    private static String text(Optional<Row> row) {
        return row.map(Row::toString).orElse("(no such row)");
    }
}
