package dev.schemareset.connection;

import java.util.Properties;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;

/**
 * What connections to one database are configured with.
 *
 * @param given by the names of sqlite-jdbc
 */
record Parameters(Properties given) {

    /** How long to wait for a lock that another connection holds. */
    private static final String BUSY_TIMEOUT_MILLIS = "5000";

    /** What these write is no part of the transaction, and would stay when it is rolled back. */
    private static final Set<Pragma> WRITING = Set.of(Pragma.JOURNAL_MODE, Pragma.USER_VERSION, Pragma.APPLICATION_ID);

    boolean has(Pragma pragma) {
        return given.containsKey(pragma.pragmaName);
    }

    /** Others than the time-out, such as journal_mode, would write. */
    SQLiteConfig forReading() {
        Properties chosen = new Properties();
        if (has(Pragma.BUSY_TIMEOUT)) {
            chosen.put(Pragma.BUSY_TIMEOUT.pragmaName, given.get(Pragma.BUSY_TIMEOUT.pragmaName));
        }
        return config(chosen);
    }

    /** For the work of this library, which is done in a transaction. */
    SQLiteConfig forWriting() {
        Properties chosen = copy();
        WRITING.forEach(pragma -> chosen.remove(pragma.pragmaName));
        return config(chosen);
    }

    /** For an application: foreign keys are enforced, unless it says otherwise. */
    SQLiteConfig forApplication() {
        Properties chosen = copy();
        chosen.putIfAbsent(Pragma.FOREIGN_KEYS.pragmaName, "true");
        return config(chosen);
    }

    /** For one who syncs rows, and keeps to the references of both databases itself. */
    SQLiteConfig withoutForeignKeys() {
        SQLiteConfig config = config(copy());
        config.enforceForeignKeys(false);
        return config;
    }

    private Properties copy() {
        Properties copy = new Properties();
        copy.putAll(given);
        return copy;
    }

    private static SQLiteConfig config(Properties chosen) {
        chosen.putIfAbsent(Pragma.BUSY_TIMEOUT.pragmaName, BUSY_TIMEOUT_MILLIS);
        return new SQLiteConfig(chosen);
    }
}
