package dev.schemareset.manage;

import dev.schemareset.SchemaReset;
import dev.schemareset.Undo;
import dev.schemareset.UndoReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings back what {@link ApplyMigration} dropped, once somebody has seen what that drops and agreed. */
@Command(
        name = "undo-migration",
        description = {
            "Drops everything in the database and restores a backup that apply-migration took. A database on Turso is not changed.",
            "Shows what would be dropped and asks first. Rows that are dropped are backed up too: an undo can be undone."
        })
final class UndoMigration implements Callable<Integer> {

    @Mixin
    private final BackupOptions options;

    @Mixin
    private final Confirmation confirmation;

    @Option(
            names = "--backup",
            paramLabel = "NUMBER|FILE",
            description = "Which of those that the command backups lists. Default: 1, the newest.")
    private @Nullable String chosen;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    UndoMigration(ManageCommand root) {
        options = new BackupOptions(root);
        confirmation = new Confirmation(root.input());
    }

    @Override
    public Integer call() throws IOException {
        SchemaReset reset = options.reset();
        Undo undo = choose(reset.history());
        CommandLine commandLine = spec.commandLine();
        PrintWriter out = commandLine.getOut();
        out.println((chosen == null ? "The last backup is " : "The backup is ")
                + undo.backup().file());
        UndoReport report = undo.restore(confirmation.ask(reset, undo::restore));
        out.println(CommandWords.of(commandLine).in(report.toString()));
        report.undo().ifPresent(back -> out.println("Undo this, too, with " + options.wayBack() + "."));
        return ExitStatus.DONE.code();
    }

    private Undo choose(List<Undo> history) throws IOException {
        if (history.isEmpty()) {
            throw CommandFailure.refused(
                    "There is no backup to restore. Nothing was changed.",
                    options.isGivenByApplication()
                            ? "A reset that drops rows takes one, unless it was told not to."
                            : "If apply-migration ran with --backups, pass the same directory.");
        }
        String wanted = chosen == null ? "1" : chosen;
        return find(wanted, history)
                .orElseThrow(() -> CommandFailure.refused(
                        "There is no backup " + wanted + ". Nothing was changed.",
                        "The command backups lists the backups."));
    }

    private static Optional<Undo> find(String wanted, List<Undo> history) throws IOException {
        if (wanted.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(wanted);
            return number == 0
                    ? Optional.empty()
                    : history.stream().skip(number - 1).findFirst();
        }
        for (Undo undo : history) {
            if (isSameFile(Path.of(wanted), undo.backup().file())) {
                return Optional.of(undo);
            }
        }
        return Optional.empty();
    }

    /** A file may be named by its name alone, as the list of a directory shows it. */
    private static boolean isSameFile(Path wanted, Path backup) throws IOException {
        return wanted.equals(backup.getFileName()) || (Files.exists(wanted) && Files.isSameFile(wanted, backup));
    }
}
