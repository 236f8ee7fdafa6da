package dev.schemareset.run;

import dev.schemareset.connection.SqliteErrors;
import dev.schemareset.connection.WriteTransaction;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Inventory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** To drop a virtual table SQLite must open it, for which it needs the module behind it. */
final class VirtualTables {

    private VirtualTables() {}

    static void requireDroppable(WriteTransaction transaction, Inventory found) {
        List<String> closed = new ArrayList<>();
        for (DatabaseObject table : found.ofKind(Kind.VIRTUAL_TABLE)) {
            try (Statement statement = transaction.connection().createStatement();
                    ResultSet columns = statement.executeQuery(
                            "PRAGMA main.table_info(" + table.name().quoted() + ")")) {
                columns.next();
            } catch (SQLException e) {
                closed.add("\n  " + table.label() + ": " + SqliteErrors.reason(e));
            }
        }
        if (!closed.isEmpty()) {
            throw new UnusableDatabaseException(
                    "Cannot " + transaction.action().verb() + " the database " + transaction.database()
                            + ": SQLite can neither read nor drop "
                            + (closed.size() == 1 ? "this table." : "these tables.") + String.join("", closed),
                    "nothing was changed.",
                    "where the module is missing, hand over a Jdbi whose connections load it: database(Jdbi.create(...)); else"
                            + " drop the table with the program that made it.",
                    null);
        }
    }
}
