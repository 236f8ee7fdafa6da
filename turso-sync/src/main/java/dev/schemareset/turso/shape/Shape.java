package dev.schemareset.turso.shape;

import dev.schemareset.model.Name;
import dev.schemareset.turso.hrana.Hrana.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The values that go between both sides of an exchange of rows. */
public final class Shape {

    private Shape() {}

    /**
     * A table whose rows are exchanged.
     *
     * @param name its name
     * @param columns the columns that are written, in order; without those that SQLite computes
     * @param key the places of the primary key among the columns, in the order of the key
     * @param collations how the columns of the key are compared, in the same order
     * @param evicts whether a row may be in the way of one with another key: there is a unique key besides the primary one
     * @param reals the places of the columns that may hold an infinite number
     */
    public record Table(
            Name name,
            List<Name> columns,
            List<Integer> key,
            List<String> collations,
            boolean evicts,
            List<Integer> reals) {

        /** Copies the lists. */
        public Table {
            columns = List.copyOf(columns);
            key = List.copyOf(key);
            collations = List.copyOf(collations);
            reals = List.copyOf(reals);
        }

        /** The columns of the key, in the order of the key. */
        public List<Name> keyColumns() {
            return key.stream().map(columns::get).toList();
        }

        /** The names of the columns of a log that hold the key. */
        public List<String> logColumns() {
            return IntStream.rangeClosed(1, key.size()).mapToObj(i -> "k" + i).toList();
        }

        /** The key of a row. */
        public List<Value> keyOf(List<Value> row) {
            return key.stream().map(row::get).toList();
        }
    }

    /**
     * A row as it is on one side.
     *
     * @param table its table
     * @param key its key
     * @param row its values, one for each column of the table; empty where there is no such row
     */
    public record Change(Table table, List<Value> key, Optional<List<Value>> row) {

        /** Copies the lists. */
        public Change {
            key = List.copyOf(key);
            row = row.map(List::copyOf);
        }
    }

    /**
     * A place in the log of the remote database.
     *
     * @param seq the number of the last entry before it; zero for the beginning
     * @param nonce the random number of that entry, which tells it from one of the same number in another history
     */
    public record Cursor(long seq, long nonce) {

        /** Before the first entry. */
        public static final Cursor BEGINNING = new Cursor(0, 0);
    }

    /**
     * Changes on their way to the remote database.
     *
     * @param push which one it is
     * @param changes the rows as they are here
     * @param more whether other changes follow, so that a row there may be in the way of one of these
     */
    public record Parcel(Push push, List<Change> changes, boolean more) {

        /** Copies the list. */
        public Parcel {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A transaction that an instance sends.
     *
     * @param number how many it is for this instance, from 1
     * @param token a random number, by which it is known again when no answer came
     */
    public record Push(long number, long token) {

        /** Before the first. */
        public static final Push NONE = new Push(0, 0);
    }
}
