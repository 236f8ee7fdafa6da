package dev.schemareset.turso.hrana;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The part of Hrana that every Turso server speaks: one request that holds one batch of SQL statements with positional
 * arguments, and its response. Each statement is a step of the batch and may depend on what became of earlier ones.
 */
public final class Hrana {

    private Hrana() {}

    /** A value of SQLite. */
    public sealed interface Value {

        /** NULL. */
        record Null() implements Value {}

        /** An INTEGER. */
        record Int(long value) implements Value {}

        /**
         * A REAL. SQLite has no NaN. As an argument of a {@link Step} it must be made by {@link Hrana#expression(Value)}, because
         * servers change most of the others.
         */
        record Real(double value) implements Value {}

        /** An infinite REAL in a response, whose sign the protocol loses: only another question, e.g. {@code x > 0}, tells it. */
        record Infinite() implements Value {}

        /** A TEXT, which may hold every character, NUL too, but no half of a surrogate pair. */
        record Text(String value) implements Value {

            /** Refuses what has no encoding. */
            public Text {
                Unicode.require(value);
            }
        }

        /** A BLOB. The bytes are copied on their way in and out, and two with the same bytes are equal. */
        record Blob(byte[] bytes) implements Value {

            /** Copies the bytes. */
            public Blob {
                bytes = bytes.clone();
            }

            @Override
            public byte[] bytes() {
                return bytes.clone();
            }

            @Override
            public boolean equals(Object other) {
                return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
            }

            @Override
            public int hashCode() {
                return Arrays.hashCode(bytes);
            }

            @Override
            public String toString() {
                return "Blob[" + bytes.length + " bytes]";
            }
        }
    }

    /** What a step asks of the steps before it, which are counted from 0. A step that was skipped is neither done nor failed. */
    public sealed interface Condition {

        /** The step was done. */
        record Ok(int step) implements Condition {}

        /** The step was tried and failed. Not portable after a step that was skipped, which sqld takes for one that failed. */
        record Failed(int step) implements Condition {}

        /** The condition is not met. */
        record Not(Condition condition) implements Condition {}

        /** All conditions are met. */
        record And(List<Condition> conditions) implements Condition {

            /** Copies the list. */
            public And {
                conditions = List.copyOf(conditions);
            }
        }

        /** At least one condition is met. */
        record Or(List<Condition> conditions) implements Condition {

            /** Copies the list. */
            public Or {
                conditions = List.copyOf(conditions);
            }
        }
    }

    /**
     * One SQL statement of a batch.
     *
     * @param sql exactly one statement; servers drop a second one silently
     * @param arguments one for each {@code ?}; servers take a missing one for NULL
     * @param wantsRows whether the rows it returns are in the response
     * @param condition when it runs; empty for always
     */
    public record Step(String sql, List<Value> arguments, boolean wantsRows, Optional<Condition> condition) {

        /** Copies the list, and refuses SQL that has no encoding. */
        public Step {
            Unicode.require(sql);
            arguments = List.copyOf(arguments);
        }

        /** A step whose rows are wanted. */
        public static Step query(String sql, Value... arguments) {
            return new Step(sql, List.of(arguments), true, Optional.empty());
        }

        /** A step that returns no rows, or none that are wanted. */
        public static Step statement(String sql, Value... arguments) {
            return new Step(sql, List.of(arguments), false, Optional.empty());
        }

        /** The same step, run only under a condition. */
        public Step when(Condition met) {
            return new Step(sql, arguments, wantsRows, Optional.of(met));
        }
    }

    /** What became of a step. */
    public sealed interface Outcome {

        /** More of a message helps nobody. */
        int LONGEST_MESSAGE = 500;

        /** What the server says of it, in one line of bounded length without a full stop. */
        default String said() {
            String message = this instanceof Failed failed ? failed.message() : "nothing that is known here";
            String line = message.replaceAll("\\R|\\p{Cc}", " ").strip();
            String bounded = line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + " ...";
            return bounded.endsWith(".") ? bounded.substring(0, bounded.length() - 1) : bounded;
        }

        /**
         * It was done.
         *
         * @param columns the names of the columns; one without a name is empty
         * @param rows the rows that were wanted, each with a value for each column
         */
        record Done(List<String> columns, List<List<Value>> rows) implements Outcome {

            /** Copies the lists. */
            public Done {
                columns = List.copyOf(columns);
                rows = rows.stream().map(List::copyOf).toList();
            }
        }

        /**
         * It failed.
         *
         * @param code what kind of failure the server calls it, which each server does in its own way; may be empty
         * @param message why, as the server says it
         */
        record Failed(String code, String message) implements Outcome {}

        /** Its condition was not met. */
        record Skipped() implements Outcome {}
    }

    /**
     * SQL for a value, to be put where an expression may stand.
     *
     * @param sql an expression with a {@code ?} for each argument
     * @param arguments none or one
     */
    public record Expression(String sql, List<Value> arguments) {

        /** Copies the list. */
        public Expression {
            arguments = List.copyOf(arguments);
        }
    }

    /** Whether a server keeps a stream open, for more requests. Each takes one of the connections that it has. */
    public enum Stream {
        /** It stays open, until the server loses patience. */
        OPEN,
        /** Nothing stays open. */
        CLOSED
    }

    /**
     * What a server answered.
     *
     * @param outcomes what became of each step, in their order
     * @param baton names the stream that the server keeps open for more requests; empty when it keeps none
     */
    public record Response(List<Outcome> outcomes, Optional<String> baton) {

        /** Copies the list. */
        public Response {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** What came is no response to the request. The message says why and where, but quotes nothing of it. */
    public static final class NotHrana extends Exception {

        private static final long serialVersionUID = 1L;

        NotHrana(String message) {
            super(message);
        }
    }

    /**
     * The server gave the whole batch up: before its first step, or at one whose rows are too many for it. No later step was run,
     * so a transaction that the batch had begun was not committed.
     */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        /** What kind of refusal the server calls it. */
        private final String code;

        /** Names the stream that the server keeps open all the same. */
        private final transient Optional<String> baton;

        Refused(Outcome.Failed error, Optional<String> baton) {
            super(error.message());
            this.code = error.code();
            this.baton = baton;
        }

        /** What kind of refusal the server calls it, e.g. {@code RESPONSE_TOO_LARGE}; may be empty. */
        public String code() {
            return code;
        }

        /** Names the stream that the server keeps open for more requests; empty when it keeps none. */
        public Optional<String> baton() {
            return baton;
        }
    }

    /**
     * SQL that stores a value without changing it. Servers round most numbers that they read from JSON, so a REAL may travel as
     * text, and an infinite one as SQL. NaN becomes NULL, as it does in SQLite.
     *
     * @param value any but {@link Value.Infinite}, whose sign is not known
     * @return what to write in its place
     */
    public static Expression expression(Value value) {
        if (value instanceof Value.Infinite) {
            throw Reals.unknownSign();
        }
        return value instanceof Value.Real real ? Reals.expression(real.value()) : new Expression("?", List.of(value));
    }

    /**
     * The body of a request.
     *
     * @param steps what to run, in this order
     * @param stream {@link Stream#CLOSED} to have the server close it, which only those understand that keep one open
     * @return JSON in UTF-8
     * @throws IllegalArgumentException when an argument would arrive as another value, or a condition asks for a step that does
     *     not come earlier
     */
    public static byte[] request(List<Step> steps, Stream stream) {
        return RequestWriter.write(steps, stream);
    }

    /**
     * The body of a request that has a server close a stream.
     *
     * @param baton names the stream, as its last response did
     * @return JSON in UTF-8
     */
    public static byte[] close(String baton) {
        return RequestWriter.close(baton);
    }

    /**
     * Reads the body of a response. Fields that the protocol does not know are skipped; whatever else is not as it should be
     * refuses the whole response.
     *
     * @param body JSON in UTF-8
     * @param steps how many steps the request had
     * @param stream what the request asked to become of the stream
     * @return what became of the steps
     * @throws NotHrana when it is no response to a request with so many steps
     * @throws Refused when the server ran none of them, or not all
     */
    public static Response response(byte[] body, int steps, Stream stream) throws NotHrana, Refused {
        return ResponseReader.read(body, steps, stream);
    }

    /**
     * Cuts items into chunks that a server takes in one request: a thousand items or a megabyte, whichever comes first. An item
     * that is larger is a chunk of its own.
     *
     * @param <T> what the items are
     * @param items what to cut; the order stays
     * @param size how large one is in bytes, e.g. {@link #size}
     * @return chunks with at least one item each
     */
    public static <T> List<List<T>> chunks(List<T> items, ToLongFunction<T> size) {
        return Chunks.of(items, size);
    }

    /** How many bytes a step takes in a request. */
    public static long size(Step step) {
        return RequestWriter.size(step);
    }
}
