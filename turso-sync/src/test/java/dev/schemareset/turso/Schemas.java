package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.ServerKind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The schemas of both sides, and whether they say the same. */
final class Schemas {

    /** Without what each side keeps for itself: the texts of the schema, the log of changes, and what the server needs for itself. */
    static final String OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
            + " AND substr(name, 1, 7) <> 'sqlite_' AND substr(name, 1, 16) <> '__turso_internal'"
            + " AND (substr(name, 1, 6) <> '_sync_' OR name = '_sync_meta') ORDER BY type, name";

    private Schemas() {}

    /** A SQLite behind the server keeps the texts; Turso's engine prints them anew. */
    static void assertSame(List<List<String>> local, String url, ServerKind kind, String description)
            throws IOException, InterruptedException {
        List<List<String>> remote = RawPipeline.query(url, OBJECTS);
        if (kind == ServerKind.SQLD) {
            assertThat(remote).as(description).isEqualTo(local);
        }
        assertThat(tokens(remote)).as(description).containsExactlyInAnyOrderElementsOf(tokens(local));
    }

    private static List<List<String>> tokens(List<List<String>> objects) {
        return objects.stream()
                // Turso's engine also folds the names of what stands in a schema.
                .map(row -> Stream.concat(
                                row.subList(0, 3).stream().map(name -> name.toLowerCase(Locale.ROOT)),
                                SqlTokens.of(row.get(3)).stream())
                        .toList())
                .toList();
    }
}
