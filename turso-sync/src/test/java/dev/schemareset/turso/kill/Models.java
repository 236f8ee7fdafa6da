package dev.schemareset.turso.kill;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import dev.schemareset.support.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What is written: counters that several instances count up, and a ledger of who did so. Neither fits the other when anything is lost. */
final class Models {

    /** More than fit into one push. */
    static final int CELLS = 1_100;

    /** How many cells one transaction counts: most transactions are small. */
    static final List<Integer> MANY = List.of(1, 3, 60, CELLS);

    static final String ADA = "ada.db";
    static final String BOB = "bob.db";

    /** Of the database that a victim makes, or makes anew. */
    static final String THIRD = "third.db";

    static final List<String> TABLES = List.of("cells", "entries", "notes");

    private static final SchemaReset RESET =
            SchemaReset.forModels(Entry.class, Cell.class, Note.class).withoutBackup();

    private static final String FILL = "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < "
            + CELLS + ") INSERT INTO cells SELECT i, 'cell ' || i, 0 FROM n";

    private Models() {}

    /** With a page cache so small that a transaction writes to the disk long before it commits. */
    static SchemaReset reset(Path database, String journal) {
        return RESET.database("jdbc:sqlite:" + database + "?cache_size=10&journal_mode=" + journal);
    }

    static void fill(Path database) {
        Sqlite.execute(database, FILL);
    }

    /** Counts up the first cells, and notes it, in one transaction as an application does. */
    static void count(Path database, String writer, int cells) {
        try (Connection connection = Sqlite.open(database)) {
            Sqlite.execute(
                    connection,
                    "PRAGMA cache_size = 10",
                    "BEGIN IMMEDIATE",
                    "UPDATE cells SET counted = counted + 1 WHERE id <= " + cells,
                    "INSERT INTO entries SELECT '" + writer + "-' || count(*), '" + writer + "', " + cells
                            + " FROM entries WHERE writer = '" + writer + "'",
                    "COMMIT");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** How often an instance has counted. */
    static String counted(Path database, String writer) {
        return Sqlite.query(database, "SELECT count(*) FROM entries WHERE writer = '" + writer + "'")
                .get(0);
    }

    /** The cells that were counted more often or less often than was noted. */
    static List<String> miscounted(Path database) {
        return Sqlite.query(
                database,
                "SELECT id, counted, noted FROM (SELECT id, counted, (SELECT count(*) FROM entries AS e"
                        + " WHERE e.cells >= c.id) AS noted FROM cells AS c) WHERE counted <> noted");
    }

    @Table("entries")
    record Entry(@PrimaryKey String id, String writer, int cells) {}

    /** With a second unique key, for which rows are sent in another way. */
    @Table("cells")
    record Cell(@PrimaryKey Long id, @Unique String name, long counted) {}

    /** What somebody else writes. */
    @Table("notes")
    record Note(@PrimaryKey Long id, String text) {}
}
