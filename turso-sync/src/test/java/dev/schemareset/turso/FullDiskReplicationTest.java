package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.schemareset.Confirm;
import dev.schemareset.error.SchemaResetException;
import dev.schemareset.support.Image;
import dev.schemareset.support.SmallDisk;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A local disk that is full, at whatever moment: nothing half is written, and with room the same works. */
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FullDiskReplicationTest {

    private static final int STEP = 1 << 15;

    private static final String FILL = """
            WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
            INSERT INTO letters SELECT 'l' || i, NULL, printf('%.100c', 'x') FROM n""";

    @TempDir
    private Path directory;

    @Test
    @WithServer
    void bootstrapAndExchange(TursoServer server) throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        Instance.reset(directory.resolve("ada.db"))
                .syncTo(TursoSync.to(server.url()))
                .apply(Confirm.YES);
        SmallDisk.run(disk, "2m", OnSmallDisk.class, directory.toString(), server.url());
    }

    /** The database of one of two instances is on the small disk. */
    static final class OnSmallDisk {
        public static void main(String[] arguments) throws Exception {
            Path disk = Path.of(arguments[0]);
            Path database = disk.resolve("bob.db");
            TursoSync turso = TursoSync.to(arguments[2]);
            try (Instance ada = Instance.of(Path.of(arguments[1]), "ada", turso)) {
                ada.execute(FILL);
                ada.sync();

                untilItWorks(
                        new SmallDisk(disk),
                        () -> Instance.of(disk, "bob", turso).close(),
                        () -> assertEmptyOrWhole(disk, turso));

                try (Instance bob = Instance.of(disk, "bob", turso)) {
                    ada.execute("UPDATE letters SET body = body || body WHERE length(id) = 4");
                    ada.sync();
                    bob.execute("INSERT INTO stamps VALUES (x'01', zeroblob(100))");
                    List<String> image = Image.of(database);

                    untilItWorks(
                            new SmallDisk(disk),
                            () -> bob.replication().pull(),
                            () -> assertThat(Image.of(database)).isEqualTo(image));
                    untilItWorks(
                            new SmallDisk(disk),
                            () -> bob.replication().push(),
                            () -> assertThat(bob.replication().status().dirtyRows())
                                    .isEqualTo(1));

                    ada.sync();
                    for (Instance instance : List.of(ada, bob)) {
                        assertThat(instance.replication().verify().isEqual()).isTrue();
                        assertThat(instance.replication().status().dirtyRows()).isZero();
                        assertThat(instance.replication().conflicts()).isEmpty();
                    }
                }
            }
        }

        /** What comes after the database was made may fail, too. */
        private static void assertEmptyOrWhole(Path disk, TursoSync turso) {
            if (!Sqlite.schema(disk.resolve("bob.db")).isEmpty()) {
                try (Instance bob = Instance.of(disk, "bob", turso)) {
                    assertThat(bob.replication().verify().isEqual()).isTrue();
                }
            }
        }

        /** Does the same with ever more room on the disk. */
        private static void untilItWorks(SmallDisk disk, ThrowingCallable work, Runnable afterRefusal)
                throws Exception {
            int refused = 0;
            for (long room = 0; ; room += STEP) {
                disk.leave(room);
                Throwable e = catchThrowable(work);
                disk.makeRoom();
                if (e == null) {
                    assertThat(refused).isPositive();
                    return;
                }
                refused++;
                assertThat(e)
                        .isInstanceOf(SchemaResetException.class)
                        .hasMessageContaining("\nYour data: nothing was changed");
                afterRefusal.run();
            }
        }
    }
}
