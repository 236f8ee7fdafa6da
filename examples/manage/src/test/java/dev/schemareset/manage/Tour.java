package dev.schemareset.manage;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs the commands that are typed most in one JVM, which lists the classes they load for the launcher. */
final class Tour {

    private Tour() {}

    public static void main(String... args) throws Exception {
        Path directory = Files.createTempDirectory("tour");
        String database = directory.resolve("app.db").toString();
        for (String command : List.of("help", "apply-migration", "db-info", "verify", "backups")) {
            int exitCode = Manage.commandLine(Optional.empty(), new BufferedReader(new StringReader("")))
                    .execute("--models", Shell.MODELS, "--database", database, command);
            if (exitCode != 0) {
                throw new IllegalStateException(command + " ended with " + exitCode);
            }
        }
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(database + suffix));
        }
        Files.delete(directory);
    }
}
