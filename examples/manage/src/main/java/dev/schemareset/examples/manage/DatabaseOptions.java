package dev.schemareset.examples.manage;

import dev.schemareset.SchemaReset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command shares: which database, and which models. */
final class DatabaseOptions {

    @Option(
            names = "--database",
            paramLabel = "FILE",
            description = "The database. Default: the file that the environment variable LOCAL_DB_PATH names, "
                    + "else local.db.")
    private @Nullable Path database;

    @Option(
            names = "--models",
            paramLabel = "PACKAGE",
            defaultValue = "dev.schemareset.examples.manage.model",
            description = "The package whose records with @Table are the models. Default: ${DEFAULT-VALUE}.")
    private String models = "";

    /** What is not given keeps the default of SchemaReset. */
    SchemaReset reset() {
        SchemaReset reset = SchemaReset.forPackage(models);
        return database == null ? reset : reset.database(database);
    }
}
