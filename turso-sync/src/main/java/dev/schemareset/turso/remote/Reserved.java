package dev.schemareset.turso.remote;

import dev.schemareset.model.Name;
import java.util.List;

/** The names that servers, and Turso's own clients, keep for themselves. What is called so is neither counted nor dropped. */
final class Reserved {

    private static final List<String> PREFIXES =
            List.of("sqlite_", "libsql_", "_litestream_", "__turso_internal", "turso_sync_last_change_id", "turso_cdc");

    private Reserved() {}

    static boolean isName(Name name) {
        return PREFIXES.stream().anyMatch(name.folded()::startsWith);
    }
}
