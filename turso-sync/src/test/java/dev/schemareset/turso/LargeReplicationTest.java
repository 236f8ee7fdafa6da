package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.support.ChildJvm;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many rows, and large ones, go either way in little memory. {@code -Drows=1000000 -Dheap=256} sends a million in 256 MB of heap; the
 * normal run sends a tenth in less.
 */
@WithServer
class LargeReplicationTest {

    private static final int ROWS = Integer.getInteger("rows", 100_000);

    @TempDir
    private Path directory;

    /** Synchronizes a file, and compares both sides, in a process of its own. */
    static final class Child {
        public static void main(String[] arguments) {
            TursoSync turso = TursoSync.to(arguments[1]);
            try (TursoReplication replication = turso.replicate(Instance.reset(Path.of(arguments[0])))) {
                System.out.println(replication.sync().exchange());
                System.out.println(replication.verify().isEqual() ? "equal" : "different");
            }
        }
    }

    private TursoServer server;

    @BeforeEach
    void start(TursoServer server) {
        this.server = server;
    }

    @Test
    void manyRows() throws Exception {
        assertGoBothWays(
                "INSERT INTO cells WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS
                        + ") SELECT i, 'place ' || i, i / 7.0 FROM n",
                "SELECT count(*) FROM cells",
                String.format(Locale.ROOT, "%,d", ROWS),
                Integer.getInteger("heap", 48));
    }

    /** All of them are larger than the heap, and one of them than what is fetched at once. */
    @Test
    void largeRows() throws Exception {
        assertGoBothWays(
                "INSERT INTO stamps WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)"
                        + " SELECT CAST(i AS BLOB), randomblob(iif(i = 1000, 4000000, 20000)) FROM n",
                "SELECT count(*) FROM stamps",
                "4,000",
                Integer.getInteger("large.heap", 72));
    }

    private void assertGoBothWays(String insert, String count, String rows, int heap) throws Exception {
        Path here = directory.resolve("here.db");
        Instance.reset(here).syncTo(TursoSync.to(server.url())).apply(Confirm.YES);
        Sqlite.execute(here, insert);

        assertThat(run(here, heap)).isEqualTo(rows + " rows pushed, no rows pulled, no conflicts\nequal\n");
        assertThat(run(directory.resolve("there.db"), heap))
                .isEqualTo("no rows pushed, " + rows + " rows pulled, no conflicts\nequal\n");

        assertThat(RawPipeline.query(server.url(), count)).containsExactly(List.of(rows.replace(",", "")));
    }

    private String run(Path file, int heap) throws Exception {
        try (ChildJvm child =
                ChildJvm.startWith(List.of("-Xmx" + heap + "m"), Child.class, file.toString(), server.url())) {
            return child.assertEndsWell();
        }
    }
}
