package dev.schemareset.ddl;

import dev.schemareset.plan.Header;
import dev.schemareset.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/** Writes the numbers in the header of a database; SQLite rolls them back with the rest. */
final class HeaderSql {

    private HeaderSql() {}

    static List<Statement> change(Header from, Header to) {
        List<Statement> statements = new ArrayList<>();
        if (from.userVersion() != to.userVersion()) {
            statements.add(new Statement(
                    "PRAGMA main.user_version = " + to.userVersion(),
                    "The application's own version number was " + from.userVersion() + "."));
        }
        if (from.applicationId() != to.applicationId()) {
            statements.add(new Statement(
                    "PRAGMA main.application_id = " + to.applicationId(),
                    "The mark of the application that owns the file was " + from.applicationId() + "."));
        }
        return statements;
    }
}
