package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.SchemaReset;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.support.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where SQLite itself cannot be loaded, each call says so, before anything is asked of a server. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NoNativeLibraryTest {

    @TempDir
    private Path directory;

    @Test
    void isToldOnEachCall() throws Exception {
        try (ChildJvm child = ChildJvm.start(WithoutLibrary.class, directory.toString())) {
            child.assertEndsWell();
        }
    }

    /** What the process without a directory for temporary files does. */
    public static final class WithoutLibrary {
        public static void main(String[] arguments) {
            Path directory = Path.of(arguments[0]);
            System.setProperty("java.io.tmpdir", directory.resolve("missing").toString());
            TursoSync turso = TursoSync.to("http://127.0.0.1:1");
            SchemaReset reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                    .database(directory.resolve("local.db"))
                    .syncTo(turso);
            List<ThrowingCallable> entries =
                    List.of(() -> turso.replicate(reset), reset::sync, () -> turso.replicate(reset), reset::sync);
            for (ThrowingCallable entry : entries) {
                assertThatThrownBy(entry)
                        .isInstanceOf(UnusableDatabaseException.class)
                        .hasMessageStartingWith("Cannot load the native library of SQLite: sqlite-jdbc unpacks ")
                        .hasMessageContaining("-Dorg.sqlite.tmpdir=<directory>");
            }
        }
    }
}
