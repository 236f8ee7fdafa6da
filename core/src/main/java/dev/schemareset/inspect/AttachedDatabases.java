package dev.schemareset.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The databases of a connection: {@code main}, {@code temp} once there is anything temporary, and what was attached. */
public final class AttachedDatabases {

    private AttachedDatabases() {}

    /** Their names in small letters. */
    public static List<String> of(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet databases = statement.executeQuery("PRAGMA database_list")) {
            while (databases.next()) {
                names.add(databases.getString("name").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
