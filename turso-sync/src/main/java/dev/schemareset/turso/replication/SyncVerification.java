package dev.schemareset.turso.replication;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Both sides, compared row by row.
 *
 * @param tables the tables, in order
 */
public record SyncVerification(List<TableVerification> tables) {

    /** Copies the list, so that the verification cannot change. */
    public SyncVerification {
        tables = List.copyOf(tables);
    }

    /**
     * A table, compared.
     *
     * @param table its name
     * @param localRows how many rows it has here
     * @param remoteRows how many rows it has there
     * @param different how many rows are not the same on both sides
     * @param examples the first of these
     */
    public record TableVerification(
            String table, long localRows, long remoteRows, long different, List<Difference> examples) {

        /** Copies the list, so that the verification cannot change. */
        public TableVerification {
            examples = List.copyOf(examples);
        }
    }

    /**
     * A row that is not the same on both sides.
     *
     * @param local the row here; empty when there is none
     * @param remote the row there; empty when there is none
     * @param dirty whether it is known that it was changed here and is yet to be sent
     */
    public record Difference(Optional<Row> local, Optional<Row> remote, boolean dirty) {}

    /**
     * Whether both sides hold the same rows, to the bit.
     *
     * @return whether no row differs
     */
    public boolean isEqual() {
        return tables.stream().allMatch(table -> table.different() == 0);
    }

    /**
     * The verification for people.
     *
     * @return a line for each table, and some for each difference
     */
    @Override
    public String toString() {
        return (isEqual() ? "Both sides are equal" : "Both sides differ")
                + tables.stream().map(SyncVerification::lines).collect(Collectors.joining());
    }

    private static String lines(TableVerification table) {
        return String.format(
                        Locale.ROOT,
                        "\n%s: %,d %s here, %,d there, %s",
                        table.table(),
                        table.localRows(),
                        table.localRows() == 1 ? "row" : "rows",
                        table.remoteRows(),
                        table.different() == 0 ? "equal" : String.format(Locale.ROOT, "%,d differ", table.different()))
                + table.examples().stream().map(SyncVerification::lines).collect(Collectors.joining());
    }

    private static String lines(Difference difference) {
        return "\n  local   " + text(difference.local()) + (difference.dirty() ? " (yet to be sent)" : "")
                + "\n  remote  " + text(difference.remote());
    }

    private static String text(Optional<Row> row) {
        return row.map(Row::toString).orElse("(no such row)");
    }
}
