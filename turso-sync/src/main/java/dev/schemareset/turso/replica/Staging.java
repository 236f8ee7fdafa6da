package dev.schemareset.turso.replica;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Name;
import dev.schemareset.spi.Ending;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.hrana.Hrana.Value.Text;
import dev.schemareset.turso.shape.Shape.Change;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows that came, until they are all there and may be written in one transaction: in a database of their own, which SQLite keeps in memory
 * as long as it is small, then in a file that is gone with the connection
 * (<a href="https://www.sqlite.org/inmemorydb.html#temp_db">SQLite documentation</a>).
 */
final class Staging implements Incoming, AutoCloseable {

    /** The database that is attached. */
    static final String SCHEMA = "incoming";

    private static final int GROUP = 100;

    private final Session session;
    private final Map<Name, Table> staged = new LinkedHashMap<>();

    private Staging(Session session) {
        this.session = session;
    }

    /** Outside a transaction. */
    static Staging attach(Session session) throws SQLException {
        // A borrowed connection may still have that of a rebuild before.
        if (session.isAny("SELECT 1 FROM pragma_database_list WHERE name = ?", List.of(new Text(SCHEMA)))) {
            session.execute("DETACH " + SCHEMA);
        }
        session.execute("ATTACH '' AS " + SCHEMA);
        session.execute("PRAGMA " + SCHEMA + ".journal_mode = OFF");
        session.execute("PRAGMA " + SCHEMA + ".synchronous = OFF");
        return new Staging(session);
    }

    /** The tables of which rows came. */
    Collection<Table> tables() {
        return Collections.unmodifiableCollection(staged.values());
    }

    boolean isEmpty() {
        return staged.isEmpty();
    }

    /** Makes room for the rows of a table, of which none may come. */
    void begin(Table table) throws SQLException {
        if (staged.putIfAbsent(table.name(), table) == null) {
            StringBuilder columns = new StringBuilder();
            for (int i = 0; i < table.key().size(); i++) {
                columns.append(table.logColumns().get(i))
                        .append(" COLLATE ")
                        .append(table.collations().get(i))
                        .append(", ");
            }
            session.execute("CREATE TABLE " + name(table) + " (" + columns + "gone, " + values(table)
                    + ", PRIMARY KEY (" + String.join(", ", table.logColumns()) + "))");
        }
    }

    @Override
    public void add(List<Change> changes) throws SQLException {
        session.execute("BEGIN");
        Map<Table, PreparedStatement> inserts = new LinkedHashMap<>();
        Ending.both(() -> add(changes, inserts), () -> {
            for (PreparedStatement insert : inserts.values()) {
                insert.close();
            }
            session.execute("COMMIT");
        });
    }

    private void add(List<Change> changes, Map<Table, PreparedStatement> inserts) throws SQLException {
        for (Change change : changes) {
            begin(change.table());
            PreparedStatement insert = inserts.get(change.table());
            if (insert == null) {
                insert = session.prepare(insert(change.table()));
                inserts.put(change.table(), insert);
            }
            add(insert, change);
        }
    }

    private static void add(PreparedStatement insert, Change change) throws SQLException {
        int place = Cells.bind(insert, 1, change.key());
        insert.setBoolean(place++, change.row().isEmpty());
        List<Value> missing = Collections.nCopies(change.table().columns().size(), new Value.Null());
        Cells.bind(insert, place, change.row().orElse(missing));
        insert.executeUpdate();
    }

    private static String insert(Table table) {
        int places = table.key().size() + 1 + table.columns().size();
        return "INSERT OR REPLACE INTO " + name(table) + " VALUES (" + RowSql.places(places) + ")";
    }

    static String name(Table table) {
        return SCHEMA + "." + table.name().quoted();
    }

    /** The columns that hold the values of a row. */
    static String values(Table table) {
        return IntStream.range(0, table.columns().size()).mapToObj(i -> "v" + i).collect(joining(", "));
    }

    /** Where a staged row {@code i} and one of the table itself have the same key. */
    static String sameKey(Table table, String row) {
        return IntStream.range(0, table.key().size())
                .mapToObj(i -> row + "." + table.keyColumns().get(i).quoted() + " = i."
                        + table.logColumns().get(i))
                .collect(joining(" AND "));
    }

    /** Where they are the same, to the bit and in their types. In groups, for SQLite takes an expression of a limited depth. */
    static String sameRow(Table table, String row) {
        int columns = table.columns().size();
        return sameKey(table, row)
                + IntStream.iterate(0, first -> first < columns, first -> first + GROUP)
                        .mapToObj(first -> IntStream.range(first, Math.min(first + GROUP, columns))
                                .mapToObj(i -> sameValue(
                                        "i.v" + i,
                                        row + "." + table.columns().get(i).quoted()))
                                .collect(joining(" AND ", " AND (", ")")))
                        .collect(joining());
    }

    private static String sameValue(String staged, String column) {
        return staged + " COLLATE BINARY IS " + column + " AND typeof(" + staged + ") = typeof(" + column + ")";
    }

    @Override
    public void close() throws SQLException {
        session.execute("DETACH " + SCHEMA);
    }
}
