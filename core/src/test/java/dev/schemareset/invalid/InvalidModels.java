package dev.schemareset.invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.InvalidSchemaException;
import dev.schemareset.error.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Models with a mistake, and a database that must not be touched because of it. */
abstract class InvalidModels {

    /** What stands before the simple name of a model of this test. */
    final String here = getClass().getName() + ".";

    @TempDir
    Path directory;

    final void assertProblem(SchemaReset reset, String where, String what, String fix) {
        assertThat(errorOf(reset(reset)).problems()).containsExactly(new Problem(where, what, fix));
    }

    final InvalidSchemaException errorOf(Class<?> model) {
        return errorOf(reset(SchemaReset.forModels(model)));
    }

    static InvalidSchemaException errorOf(SchemaReset reset) {
        return catchThrowableOfType(InvalidSchemaException.class, () -> reset.apply(Confirm.YES));
    }

    final SchemaReset reset(SchemaReset reset) {
        return reset.database(directory.resolve("local.db"));
    }
}
