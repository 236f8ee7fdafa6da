package dev.schemareset.turso.remote;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Name;
import java.util.List;

/** The names that servers, and Turso's own clients, keep for themselves. What is called so is neither counted nor dropped. */
final class Reserved {

    private static final List<String> PREFIXES =
            List.of("sqlite_", "libsql_", "_litestream_", "__turso_internal", "turso_sync_last_change_id", "turso_cdc");

    /** The end of a condition on {@code sqlite_schema} that leaves out what belongs to such a table. */
    static final String EXCLUDED = PREFIXES.stream()
            .map(prefix -> " AND lower(substr(tbl_name, 1, " + prefix.length() + ")) <> '" + prefix + "'")
            .collect(joining());

    private Reserved() {}

    static boolean isName(Name name) {
        return PREFIXES.stream().anyMatch(name.folded()::startsWith);
    }
}
