package dev.schemareset.examples.manage;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.Undo;
import dev.schemareset.UndoReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings back what {@link ApplyMigration} dropped, once somebody has seen what that drops and agreed. */
@Command(
        name = "undo-migration",
        description = {
            "Drops everything in the database and brings back the last backup, which apply-migration took. A database on Turso is not touched.",
            "Shows what would be dropped and asks first. Rows that are dropped are backed up too: an undo can be undone."
        })
final class UndoMigration implements Callable<Integer> {

    @Mixin
    private final BackupOptions options = new BackupOptions();

    @Mixin
    private final Confirmation confirmation;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    UndoMigration(BufferedReader input) {
        confirmation = new Confirmation(input);
    }

    @Override
    public Integer call() throws IOException {
        SchemaReset reset = options.reset();
        Optional<Undo> undo = reset.undo();
        if (undo.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("There is no backup to bring back. Nothing was changed.");
            err.println("If apply-migration was given --backups, pass the same here.");
            return ExitCode.SOFTWARE;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("The last backup is " + undo.get().backup().file());
        Confirm confirm = confirmation.ask(reset, undo.get()::restore);
        if (confirm == Confirm.NO) {
            return ExitCode.SOFTWARE;
        }
        UndoReport report = undo.get().restore(confirm);
        out.println(report);
        report.undo()
                .ifPresent(back ->
                        out.println("Undo this, too, with undo-migration and the same --database and --backups."));
        return ExitCode.OK;
    }
}
