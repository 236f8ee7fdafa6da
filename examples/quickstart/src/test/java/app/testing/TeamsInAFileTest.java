package app.testing;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamsInAFileTest {

    private static final SchemaReset MODELS = SchemaReset.forPackage("app.models");

    @TempDir
    private Path directory;

    private SchemaReset reset;

    @BeforeEach
    void freshDatabase() {
        reset = MODELS.database(directory.resolve("test.db"));
        reset.apply(Confirm.YES);
    }

    @Test
    void hasTheSchemaOfTheModels() {
        reset.verify().assertInSync();
    }
}
