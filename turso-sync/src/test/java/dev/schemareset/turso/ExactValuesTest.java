package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.TursoServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/** A value is on the other side, and on that of the others, what it was: to the bit, and of the same type. */
class ExactValuesTest {

    private static final long SEED = 11;

    private static final String VALUES =
            "SELECT key, typeof(value), hex(CAST(value AS BLOB)), quote(value) FROM things ORDER BY key";

    @TempDir
    private Path directory;

    @OnEachServer
    void valuesOfEveryTypeStayWhatTheyAre(TursoServer server) throws Exception {
        TursoSync turso = TursoSync.to(server.url());
        Instance.reset(directory.resolve("ada.db")).syncTo(turso).apply(Confirm.YES);
        try (Instance ada = Instance.of(directory, "ada", turso)) {
            ada.execute(
                    "INSERT INTO things VALUES (1, 1.0), (2, 2), (3, '3'), (4, x'33'), (5, ''), (6, x''), (7, NULL)",
                    "INSERT INTO things VALUES (11, 9e999), (12, -9e999), (13, 0.0), (14, 1e-320), (15, '9e999')",
                    "INSERT INTO things VALUES (21, 9223372036854775807), (22, -9223372036854775807 - 1)",
                    "INSERT INTO things VALUES (31, 'a' || char(0) || 'b'), (32, '\\\"/' || char(8232) || char(127))",
                    "INSERT INTO things VALUES (9223372036854775807, '\uD83D\uDE00\uFFFD'), (-9223372036854775807 - 1, char(0))",
                    "INSERT INTO cells VALUES (1, '3', 9e999), (1, '3.0', -9e999), (1, 'a' || char(0), 0.1), (1, 'a', 0.3)",
                    "INSERT INTO stamps VALUES (x'', x'00'), (x'00', x''), (x'0000', NULL), (x'33', x'ff')");
            insertRandom(ada.file(), 20_000, new Random(SEED));
            ada.sync();
            try (Instance bob = Instance.of(directory, "bob", turso)) {
                List<List<String>> values = ada.rows(VALUES);
                assertThat(ada.replication().verify().isEqual()).isTrue();
                assertThat(bob.rows(VALUES)).isEqualTo(values);

                // Once more through the log, and back.
                bob.execute("UPDATE things SET value = value", "UPDATE cells SET number = -number");
                assertThat(bob.sync().pushed()).isGreaterThan(20_000);
                assertThat(ada.sync().conflicts()).isZero();
                assertThat(ada.rows(VALUES)).isEqualTo(values);
                assertThat(ada.replication().verify().isEqual()).isTrue();
            }
        }
    }

    private static void insertRandom(Path file, int count, Random random) throws Exception {
        try (Connection connection = Sqlite.open(file);
                PreparedStatement insert = connection.prepareStatement("INSERT INTO things VALUES (?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                insert.setLong(1, 1_000 + i);
                insert.setDouble(2, real(random));
                insert.executeUpdate();
            }
            connection.commit();
        }
    }

    private static double real(Random random) {
        double any = Double.longBitsToDouble(random.nextLong());
        return random.nextBoolean() && !Double.isNaN(any) ? any : random.nextInt(100_000) / 1000.0;
    }
}
