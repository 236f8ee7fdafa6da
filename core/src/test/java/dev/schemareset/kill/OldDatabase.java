package dev.schemareset.kill;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.support.Sqlite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The old database: a hundred tables, some of them large, with whatever SQLite has to offer beside tables. */
final class OldDatabase {

    private static final int TABLES = 100;
    private static final int LARGE_TABLES = 4;

    private static final String MORE = """
            CREATE VIRTUAL TABLE docs USING fts5(title, body)

            INSERT INTO docs SELECT 'title ' || id, text || ' of ' || id FROM table_0 WHERE id <= 300

            CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, table_0_id REFERENCES table_0 (id))

            INSERT INTO counted (table_0_id) SELECT id FROM table_0 WHERE id % 20 = 0

            CREATE TABLE settings (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID

            INSERT INTO settings VALUES ('size', 1), ('name', 'old'), ('picture', zeroblob(20000)), ('none', NULL)

            CREATE TRIGGER count_more AFTER INSERT ON table_1 BEGIN INSERT INTO counted (table_0_id) VALUES (NEW.id); END

            CREATE TRIGGER keep_settings BEFORE DELETE ON settings BEGIN SELECT RAISE(ABORT, 'settings stay'); END

            CREATE VIEW large AS SELECT * FROM table_0 UNION ALL SELECT * FROM table_1""";

    private OldDatabase() {}

    /** A database that SchemaReset made, and into which somebody has put all the rest. */
    static void create(Path database) {
        SchemaReset.forModels(Person.class).database(database).withoutBackup().apply(Confirm.YES);
        List<String> statements = new ArrayList<>(List.of("BEGIN"));
        for (int i = 0; i < TABLES; i++) {
            String table = "table_" + i;
            statements.add("CREATE TABLE " + table + " (id INTEGER PRIMARY KEY, number REAL, text TEXT NOT NULL)");
            statements.add("CREATE INDEX " + table + "_text ON " + table + " (text, number DESC)");
            statements.add("INSERT INTO " + table + rows(i < LARGE_TABLES ? 2000 : 10));
        }
        statements.addAll(List.of(MORE.split("\n\n")));
        statements.add("COMMIT");
        Sqlite.execute(database, statements.toArray(String[]::new));
    }

    private static String rows(int count) {
        return " WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < " + count
                + ") SELECT i, i * 7919 % 1000 / 8.0, 'text ' || (i * 7919 % 1000) || printf('%.20c', 'x') FROM n";
    }

    @Table
    record Person(@PrimaryKey Long id, String name) {}
}
