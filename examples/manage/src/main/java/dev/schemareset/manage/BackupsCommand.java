package dev.schemareset.manage;

import dev.schemareset.Undo;
import dev.schemareset.error.SchemaResetException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what {@link UndoMigration} can bring back. */
@Command(
        name = "backups",
        description = {
            "Lists the backups of the local database, the newest first: number, time, size, what is in it, file.",
            "undo-migration --backup restores one. This command changes nothing."
        })
final class BackupsCommand implements Callable<Integer> {

    @Mixin
    private final BackupOptions options;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    BackupsCommand(ManageCommand root) {
        options = new BackupOptions(root);
    }

    @Override
    public Integer call() throws IOException {
        List<Undo> history = options.reset().history();
        PrintWriter out = spec.commandLine().getOut();
        if (history.isEmpty()) {
            out.println("There is no backup.");
        }
        for (int i = 0; i < history.size(); i++) {
            Undo undo = history.get(i);
            Path file = undo.backup().file();
            String size = String.format(Locale.ROOT, "%,d bytes", Files.size(file));
            out.println(i + 1 + "  " + undo.backup().takenAt() + "  " + size + "  " + content(undo));
            out.println("   " + file);
        }
        return ExitStatus.DONE.code();
    }

    /** A backup that cannot be read is still one of those there are. */
    private static String content(Undo undo) {
        try {
            return undo.content().summary();
        } catch (SchemaResetException e) {
            return e.failure();
        }
    }
}
