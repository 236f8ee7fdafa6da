package dev.schemareset.turso.replica;

import dev.schemareset.plan.SyncState;
import dev.schemareset.turso.hrana.Hrana.Value.Text;
import dev.schemareset.turso.replica.State.Pending;
import dev.schemareset.turso.shape.Shape.Cursor;
import dev.schemareset.turso.shape.Shape.Push;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps where a replica stands, beside what the reset wrote: in the same file, and so in the same transaction, as its rows. */
final class Meta {

    private static final String TABLE = "main." + SyncState.TABLE.quoted();

    private static final String MISSES_CHANGES = "misses_changes";

    private final Session session;

    Meta(Session session) {
        this.session = session;
    }

    /** Not where the database was reset without another one. */
    boolean isThere() throws SQLException {
        return session.isAny(
                "SELECT 1 FROM main.sqlite_schema WHERE name = ?", List.of(new Text(SyncState.TABLE.value())));
    }

    /** Empty where the database was not reset together with another one. */
    Optional<State> state() throws SQLException {
        Map<String, String> parts = new HashMap<>();
        try (Statement statement = session.statement();
                ResultSet rows = statement.executeQuery("SELECT k, v FROM " + TABLE)) {
            while (rows.next()) {
                parts.put(rows.getString(1), rows.getString(2));
            }
        }
        String epoch = parts.get("epoch");
        String id = parts.get("id");
        return epoch == null || id == null
                ? Optional.empty()
                : Optional.of(new State(
                        epoch,
                        id,
                        new Push(number(parts, "push_no"), number(parts, "token")),
                        new Cursor(number(parts, "seq"), number(parts, "nonce")),
                        pending(parts),
                        Optional.ofNullable(parts.get("exchanged_at")).map(Instant::parse),
                        parts.containsKey("registered") ? number(parts, "registered") : State.NEVER,
                        parts.containsKey("awaited"),
                        parts.containsKey(MISSES_CHANGES)));
    }

    void putId(String id) throws SQLException {
        put("id", id);
    }

    /** Somebody else may have been faster. */
    void putIdIfNone(String id) throws SQLException {
        if (state().isEmpty()) {
            putId(id);
        }
    }

    void putRegistered(long seq) throws SQLException {
        put("registered", seq);
    }

    void putExchange(Instant at) throws SQLException {
        put("exchanged_at", at);
        remove(SyncState.BROUGHT_BACK);
    }

    /** Whether an undo brought the database back, and both sides were not in step since. */
    boolean isBroughtBack() throws SQLException {
        return isThere()
                && session.isAny("SELECT 1 FROM " + TABLE + " WHERE k = ?", List.of(new Text(SyncState.BROUGHT_BACK)));
    }

    private void put(String key, Object value) throws SQLException {
        session.update(
                "INSERT INTO " + TABLE + " (k, v) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v",
                List.of(new Text(key), new Text(value.toString())));
    }

    void put(Cursor cursor) throws SQLException {
        put("seq", cursor.seq());
        put("nonce", cursor.nonce());
    }

    void put(Push last) throws SQLException {
        put("push_no", last.number());
        put("token", last.token());
    }

    void put(Pending pending) throws SQLException {
        put("pending_token", pending.push().token());
        put("pending_seq", pending.seq());
    }

    void removePending() throws SQLException {
        session.execute("DELETE FROM " + TABLE + " WHERE k IN ('pending_token', 'pending_seq')");
    }

    void putMissesChanges() throws SQLException {
        put(MISSES_CHANGES, true);
    }

    void removeMissesChanges() throws SQLException {
        remove(MISSES_CHANGES);
    }

    private void remove(String key) throws SQLException {
        session.update("DELETE FROM " + TABLE + " WHERE k = ?", List.of(new Text(key)));
    }

    private static Optional<Pending> pending(Map<String, String> parts) {
        return parts.containsKey("pending_token")
                ? Optional.of(new Pending(
                        new Push(number(parts, "push_no") + 1, number(parts, "pending_token")),
                        number(parts, "pending_seq")))
                : Optional.empty();
    }

    private static long number(Map<String, String> parts, String key) {
        return Long.parseLong(parts.getOrDefault(key, "0"));
    }
}
