package dev.schemareset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.support.ChildJvm;
import dev.schemareset.support.Sqlite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two processes reset one file at once: one after the other, and both succeed. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConcurrentResetTest {

    private static final int ROUNDS = 5;

    @TempDir
    private Path directory;

    private Path backups;

    @BeforeEach
    void backups() {
        backups = directory.resolve("backups");
    }

    /** What each process does: it gets ready, and resets once for each line that it reads. */
    public static final class ResetOnDemand {
        public static void main(String[] arguments) throws Exception {
            SchemaReset reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                    .database(Path.of(arguments[0]))
                    .backups(Path.of(arguments[1]), 2);
            reset.plan();
            System.out.println("ready");
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            while (lines.readLine() != null) {
                ResetReport report = reset.apply(Confirm.YES);
                System.out.println("created " + report.plan().expected().summary());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void bothSucceedOneAfterTheOther(String journal) throws Exception {
        Path database = directory.resolve("local.db");
        try (ChildJvm one = start(database);
                ChildJvm two = start(database)) {
            assertThat(one.hear()).isEqualTo("ready");
            assertThat(two.hear()).isEqualTo("ready");
            // The first round finds no file.
            for (int round = 1; round <= ROUNDS; round++) {
                one.say("go");
                two.say("go");
                assertThat(one.hear()).isEqualTo("created 2 tables, 1 index");
                assertThat(two.hear()).isEqualTo("created 2 tables, 1 index");

                assertThat(Sqlite.query(database, "SELECT resets FROM _schema_reset"))
                        .containsExactly(String.valueOf(2 * round));
                Sqlite.execute(
                        database, "PRAGMA journal_mode = " + journal, "INSERT INTO makers(name) VALUES ('Acme')");
            }
        }
        assertThat(Sqlite.query(database, "PRAGMA integrity_check")).containsExactly("ok");
        // One of each two found the row; the backups of the last two rounds are there, whole, and nothing else.
        try (Stream<Path> files = Files.list(backups)) {
            assertThat(files.map(Path::toString).map(name -> name.replaceFirst(".*Z", "")))
                    .containsExactlyInAnyOrder(".backup", ".backup.sha256", ".backup", ".backup.sha256");
        }
    }

    private ChildJvm start(Path database) throws IOException {
        return ChildJvm.start(ResetOnDemand.class, database.toString(), backups.toString());
    }
}
