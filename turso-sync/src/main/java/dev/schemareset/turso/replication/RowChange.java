package dev.schemareset.turso.replication;

import java.util.Optional;

/**
 * A row that was changed, as it is now.
 *
 * @param table its table
 * @param key the columns of its primary key
 * @param row all of it; empty when it is deleted
 */
public record RowChange(String table, Row key, Optional<Row> row) {

    /**
     * The change for people.
     *
     * @return e.g. {@code users: id=7, name='Ada'} or {@code users: id=7 is deleted}
     */
    @Override
    public String toString() {
        return table + ": " + row.map(Row::toString).orElse(key + " is deleted");
    }
}
