package dev.schemareset.turso.replica;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Tells from an error which kind of rule of a schema a row breaks. */
final class Constraint {

    private static final int CONSTRAINT_UNIQUE = SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE.code;
    private static final int CONSTRAINT_PRIMARY_KEY = SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY.code;
    private static final int CONSTRAINT_ROWID = SQLiteErrorCode.SQLITE_CONSTRAINT_ROWID.code;

    private Constraint() {}

    static boolean isViolated(SQLException e) {
        return (e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }

    static boolean isUnique(SQLException e) {
        int code = extended(e);
        return code == CONSTRAINT_UNIQUE || code == CONSTRAINT_PRIMARY_KEY || code == CONSTRAINT_ROWID;
    }

    /** Some versions of sqlite-jdbc have the extended code in the exception alone. */
    private static int extended(SQLException e) {
        return e instanceof org.sqlite.SQLiteException sqlite ? sqlite.getResultCode().code : e.getErrorCode();
    }

    static String said(SQLException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\R|\\p{Cc}", " ");
    }
}
