package dev.schemareset.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a check of SQLite finds wrong. */
public final class Complaints {

    private Complaints() {}

    /** The first column of each row but {@code ok}, ordered. */
    public static List<String> of(Connection connection, String check) throws SQLException {
        List<String> complaints = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(check)) {
            while (rows.next()) {
                String complaint = String.valueOf(rows.getString(1));
                if (!complaint.equals("ok")) {
                    complaints.add(complaint);
                }
            }
        }
        Collections.sort(complaints);
        return complaints;
    }
}
