package dev.schemareset.manage;

import dev.schemareset.ResetReport;
import dev.schemareset.SchemaReset;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Resets the database, once somebody has seen what that drops and agreed. */
@Command(
        name = "apply-migration",
        description = {
            "Drops everything in the database and creates it again from the models; then the same on Turso, if a database there is named.",
            "Shows what would be dropped and asks first; where there is nothing to drop, it does not ask.",
            "Rows that are dropped here are backed up before, and undo-migration brings them back; those on Turso are gone for good."
        })
final class ApplyMigration implements Callable<Integer> {

    @Mixin
    private final BackupOptions options;

    @Mixin
    private final SyncOptions sync;

    @Mixin
    private final Confirmation confirmation;

    @Option(names = "--no-backup", description = "Take no backup: the dropped rows are gone for good.")
    private boolean noBackup;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    ApplyMigration(ManageCommand root) {
        options = new BackupOptions(root);
        sync = new SyncOptions(root);
        confirmation = new Confirmation(root.input());
    }

    @Override
    public Integer call() throws IOException {
        SchemaReset reset = sync.on(noBackup ? options.reset().withoutBackup() : options.reset());
        ResetReport report = reset.apply(confirmation.ask(reset, reset::apply));
        PrintWriter out = spec.commandLine().getOut();
        out.println(CommandWords.of(spec.commandLine()).in(report.toString()));
        report.undo().ifPresent(undo -> out.println(wayBack(report)));
        return ExitStatus.DONE.code();
    }

    private String wayBack(ResetReport report) {
        String what = report.remote().isPresent() ? "Undo it here, not on Turso," : "Undo it";
        return what + " with " + options.wayBack() + ".";
    }
}
