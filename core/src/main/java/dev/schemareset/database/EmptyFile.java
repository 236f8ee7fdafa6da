package dev.schemareset.database;

import dev.schemareset.plan.FileFormat;
import java.sql.Connection;
import java.sql.SQLException;

/** A database that holds nothing yet can still be given the format of another one. */
final class EmptyFile {

    private EmptyFile() {}

    static FileFormat formatOf(Connection connection) throws SQLException {
        return new FileFormat(
                Pragmas.text(connection, "PRAGMA main.encoding"),
                (int) Pragmas.number(connection, "PRAGMA main.page_size"),
                (int) Pragmas.number(connection, "PRAGMA main.auto_vacuum"));
    }

    /** Does nothing where there is something: SQLite would not change it. */
    static void format(Connection connection, FileFormat format) throws SQLException {
        if (Pragmas.number(connection, "PRAGMA main.page_count") == 0) {
            Pragmas.execute(connection, "PRAGMA main.encoding = '" + format.encoding() + "'");
            Pragmas.execute(connection, "PRAGMA main.page_size = " + format.pageSize());
            Pragmas.execute(connection, "PRAGMA main.auto_vacuum = " + format.autoVacuum());
        }
    }
}
