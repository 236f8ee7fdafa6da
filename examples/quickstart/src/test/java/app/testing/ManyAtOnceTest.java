package app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that run at the same time share the models, and have a database each. */
class ManyAtOnceTest {

    private static final int TESTS = 8;
    private static final SchemaReset MODELS = SchemaReset.forPackage("app.models");

    @TempDir
    private Path directory;

    @Test
    void eachHasItsOwnRows() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(TESTS);
        try {
            List<Future<Integer>> tests = new ArrayList<>();
            for (int i = 0; i < TESTS; i++) {
                Path file = directory.resolve("test" + i + ".db");
                tests.add(threads.submit(() -> teamsAfterOneInsert(MODELS.database(file))));
            }
            for (Future<Integer> test : tests) {
                assertThat(test.get()).isOne();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int teamsAfterOneInsert(SchemaReset reset) {
        reset.apply(Confirm.YES);
        return reset.jdbi().withHandle(handle -> {
            handle.execute("INSERT INTO teams (name) VALUES ('Blue')");
            return handle.createQuery("SELECT count(*) FROM teams")
                    .mapTo(int.class)
                    .one();
        });
    }
}
