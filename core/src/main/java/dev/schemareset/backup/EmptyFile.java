package dev.schemareset.backup;

import dev.schemareset.connection.Pragmas;
import dev.schemareset.connection.WriteTransaction;
import dev.schemareset.error.ResetFailedException;
import dev.schemareset.plan.FileFormat;
import java.sql.Connection;
import java.sql.SQLException;

/** A database that holds nothing yet can still be given the format of another one. */
public final class EmptyFile {

    private EmptyFile() {}

    static FileFormat formatOf(Connection connection) throws SQLException {
        return new FileFormat(
                Pragmas.text(connection, "PRAGMA main.encoding"),
                (int) Pragmas.number(connection, "PRAGMA main.page_size"),
                (int) Pragmas.number(connection, "PRAGMA main.auto_vacuum"));
    }

    /** Gives an empty database the format of a backup; one that is not empty must store text as the backup does, to attach it. */
    public static void format(WriteTransaction transaction, FileFormat format) throws SQLException {
        Connection connection = transaction.connection();
        String encoding = Pragmas.text(connection, "PRAGMA main.encoding");
        if (Pragmas.number(connection, "PRAGMA main.page_count") > 0) {
            if (!encoding.equals(format.encoding())) {
                throw new ResetFailedException(
                        "Cannot " + transaction.action().verb() + " the database " + transaction.database()
                                + ": the backup stores text as " + format.encoding() + ", the database as " + encoding
                                + ", and SQLite cannot open both at once.",
                        "nothing was changed.",
                        "if everything in the database may be lost, delete its file and run again.",
                        null);
            }
        } else {
            Pragmas.execute(connection, "PRAGMA main.encoding = '" + format.encoding() + "'");
            Pragmas.execute(connection, "PRAGMA main.page_size = " + format.pageSize());
            Pragmas.execute(connection, "PRAGMA main.auto_vacuum = " + format.autoVacuum());
        }
    }
}
