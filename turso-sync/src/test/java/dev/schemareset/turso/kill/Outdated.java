package dev.schemareset.turso.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.Row;
import dev.schemareset.turso.support.RawPipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A database that must be made anew, because somebody has reset the other side: as it is before, and what must become of it. */
final class Outdated {

    private static final String EPOCH = "SELECT v FROM _sync_meta WHERE k = 'epoch'";
    private static final String WRITER = "unsent";
    private static final String NONE = "(no such row)";

    private final Path file;
    private final String remote;
    private final List<List<String>> before;
    private final int changed;
    private final List<String> conflicts;

    private Outdated(Path file, String remote, int changed, List<String> conflicts) {
        this.file = file;
        this.remote = remote;
        this.before = content(file);
        this.changed = changed;
        this.conflicts = conflicts;
    }

    /** One that has sent everything. */
    static Outdated clean(Path file, String remote) {
        return new Outdated(file, remote, 0, List.of());
    }

    /** One in which so many cells are counted and the last one is deleted, which nobody is told of. */
    static Outdated dirty(Path file, String remote, int cells) throws IOException, InterruptedException {
        Models.count(file, WRITER, cells);
        Sqlite.execute(file, "DELETE FROM cells WHERE id = " + Models.CELLS);
        TreeSet<Integer> changed = new TreeSet<>(List.of(Models.CELLS));
        for (int id = 1; id <= cells; id++) {
            changed.add(id);
        }
        Map<String, String> here = cells(Sqlite.rows(file, "SELECT id, name, counted FROM cells"));
        Map<String, String> there = cells(RawPipeline.query(remote, "SELECT id, name, counted FROM cells"));
        List<String> conflicts = new ArrayList<>();
        for (Integer id : changed) {
            String ours = here.getOrDefault(id.toString(), NONE);
            String theirs = there.getOrDefault(id.toString(), NONE);
            // What came there as it is here is none.
            if (!ours.equals(theirs)) {
                conflicts.add(conflict("cells", ours, theirs));
            }
        }
        String entry = "id='" + WRITER + "-0', writer='" + WRITER + "', cells=" + cells;
        conflicts.add(conflict("entries", entry, NONE));
        return new Outdated(file, remote, changed.size() + 1, sorted(conflicts));
    }

    private static Map<String, String> cells(List<List<String>> rows) {
        Map<String, String> cells = new HashMap<>();
        rows.forEach(row ->
                cells.put(row.get(0), "id=" + row.get(0) + ", name='" + row.get(1) + "', counted=" + row.get(2)));
        return cells;
    }

    private static String conflict(String table, String local, String remote) {
        return table + ": " + local + " or " + remote;
    }

    private static List<String> sorted(List<String> conflicts) {
        return conflicts.stream().sorted().toList();
    }

    /** Requires that it is the one that it was, or the one that it must become, and nothing in between; tells which. */
    boolean isReplaced(String found) throws IOException, InterruptedException {
        List<List<String>> now = content(file);
        if (now.equals(before)) {
            return false;
        }
        assertThat(Sqlite.rows(file, EPOCH)).as(found).isEqualTo(RawPipeline.query(remote, EPOCH));
        for (String table : Models.TABLES) {
            String rows = "SELECT * FROM " + table + " ORDER BY id";
            assertThat(Sqlite.rows(file, rows)).as("%s, %s", found, table).isEqualTo(RawPipeline.query(remote, rows));
        }
        assertThat(Sqlite.query(file, "SELECT count(*) FROM _sync_log"))
                .as(found)
                .containsExactly("0");
        return true;
    }

    /** All that was to be sent before still is. */
    void requireUnsent(String found, TursoReplication replication) {
        assertThat(replication.status().dirtyRows()).as(found).isEqualTo(changed);
        assertThat(replication.conflicts()).as(found).isEmpty();
    }

    /** Each row that was not sent is one, once. */
    void requireConflicts(String found, TursoReplication replication) {
        List<Conflict> all = replication.conflicts();
        assertThat(all).as(found).extracting(Conflict::kind).allMatch(kind -> kind == Conflict.Kind.RESET);
        assertThat(sorted(all.stream()
                        .map(conflict -> conflict(conflict.table(), text(conflict.local()), text(conflict.remote())))
                        .toList()))
                .as(found)
                .isEqualTo(conflicts);
    }

    private static String text(Optional<Row> row) {
        return row.map(Row::toString).orElse(NONE);
    }

    /** All that is in it, what is noted for the exchange included. */
    private static List<List<String>> content(Path file) {
        List<List<String>> content = new ArrayList<>(List.of(Sqlite.schema(file)));
        for (String table : Sqlite.query(file, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
            content.add(Sqlite.query(file, "SELECT * FROM " + table));
        }
        return content;
    }
}
