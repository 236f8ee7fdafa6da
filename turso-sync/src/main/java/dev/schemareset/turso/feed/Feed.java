package dev.schemareset.turso.feed;

import dev.schemareset.model.Name;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.http.HranaClient.Failure;
import dev.schemareset.turso.shape.Shape.Change;
import dev.schemareset.turso.shape.Shape.Cursor;
import dev.schemareset.turso.shape.Shape.Parcel;
import dev.schemareset.turso.shape.Shape.Push;
import dev.schemareset.turso.shape.Shape.Table;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a remote database, and the log of their changes, as one instance of the application sees them. Each method is one request.
 */
public final class Feed {

    /** The most entries of the log that are fetched at once. */
    public static final int WINDOW = 1_000;

    private final HranaClient client;
    private final Questions questions;

    /**
     * A feed of some tables.
     *
     * @param client asks the server
     * @param tables the tables, all that the log may name
     */
    public Feed(HranaClient client, List<Table> tables) {
        this.client = client;
        this.questions = new Questions(client, List.copyOf(tables));
    }

    /**
     * What stands in the log, in one sight.
     *
     * @param epoch names the reset that made the database; empty when it was none
     * @param last the end of the log
     * @param known what the nonce is of the entry that the instance has seen; empty when there is none of that number
     * @param trimmed the number of the last entry that was removed; zero while all are there
     * @param push the last push of the instance that was committed
     * @param schemaVersion changes with the schema
     * @param windowEnd the number of the last entry that should be fetched next
     * @param changed the tables of which the entries up to there tell, but for those that the instance itself wrote
     */
    public record Head(
            Optional<String> epoch,
            Cursor last,
            Optional<Long> known,
            long trimmed,
            Push push,
            long schemaVersion,
            long windowEnd,
            List<Name> changed) {

        /** Copies the list. */
        public Head {
            changed = List.copyOf(changed);
        }
    }

    /**
     * Rows, in the same sight as the head after them.
     *
     * @param changes the rows as they are now
     * @param head what stands in the log then
     */
    public record Window(List<Change> changes, Head head) {

        /** Copies the list. */
        public Window {
            changes = List.copyOf(changes);
        }
    }

    /** What came of a push. */
    public sealed interface Pushed {

        /**
         * It is committed.
         *
         * @param end the end of the log after it
         */
        record Committed(Cursor end) implements Pushed {}

        /**
         * It was rolled back: the database is not what the push was made for.
         *
         * @param said what the server says
         */
        record Outdated(String said) implements Pushed {}
    }

    /**
     * Where an instance stands.
     *
     * @param id names it
     * @param cursor how far it has come in the log
     */
    public record Position(String id, Cursor cursor) {

        /** Of no instance: to it all entries are those of others. */
        public static Position ofNobody(Cursor cursor) {
            return new Position("", cursor);
        }
    }

    /**
     * Looks at the log.
     *
     * @param position where the instance stands
     * @return what stands there
     * @throws dev.schemareset.error.SyncException when there is no log, or it cannot be read
     */
    public Head head(Position position) {
        return head(position, position.cursor().seq());
    }

    /**
     * Looks at the log from an entry on.
     *
     * @param seen the last entry that the instance has seen there
     * @param from the number of the last entry that it has fetched
     * @return what stands there
     * @throws dev.schemareset.error.SyncException when there is no log, or it cannot be read
     */
    public Head head(Position seen, long from) {
        return questions.head(seen, from);
    }

    /**
     * Fetches the rows that were changed by others.
     *
     * @param seen the last entry that the instance has seen there
     * @param from the number of the last entry that it has fetched
     * @param end the number of the last entry that is asked for
     * @param changed the tables of which the entries tell
     * @return the rows; empty when they are too many for the server or for this client
     * @throws dev.schemareset.error.SyncException when they cannot be fetched, or a table is none of this feed
     */
    public Optional<Window> window(Position seen, long from, long end, List<Name> changed) {
        return questions.window(seen, from, end, changed);
    }

    /**
     * Fetches rows in the order of their key.
     *
     * @param seen the last entry of the log that the instance has seen there
     * @param table the table
     * @param after the key after which they come; empty for the first
     * @param limit the most rows
     * @return the rows, fewer than the limit only when there are no more; empty when they are too many for the server or for this client
     * @throws dev.schemareset.error.SyncException when they cannot be fetched
     */
    public Optional<Window> page(Position seen, Table table, Optional<List<Value>> after, long limit) {
        return questions.page(seen, table, after, limit);
    }

    /**
     * Counts the rows of each table.
     *
     * @return the numbers, in the order of the tables
     */
    public List<Long> counts() {
        return questions.counts();
    }

    /**
     * Sends changes, in one transaction that is committed only while nobody else has changed anything since the instance looked.
     *
     * @param epoch names the reset that made the database
     * @param position where the instance stands
     * @param last its last push that was committed
     * @param parcel the changes
     * @param checked a look at the schema as it must be still
     * @return what came of it
     * @throws Failure when no good answer came; whether the changes are committed, only another look can tell then
     * @throws dev.schemareset.error.SyncException when the server refuses the changes; all was rolled back there
     */
    public Pushed push(String epoch, Position position, Push last, Parcel parcel, Head checked) {
        PushScript script = new PushScript(epoch, position, last, parcel, checked);
        try {
            return script.read(client, client.write(script.steps()).outcomes());
        } catch (Failure e) {
            throw e.outcomeUnknown() ? e : FeedErrors.failed(e);
        }
    }

    /**
     * Makes an instance known, so that the log is kept for it.
     *
     * @param position where the instance stands
     * @throws dev.schemareset.error.SyncException when it cannot be done
     */
    public void register(Position position) {
        questions.register(position);
    }

    /** The database as a person knows it. */
    @Override
    public String toString() {
        return client.toString();
    }
}
