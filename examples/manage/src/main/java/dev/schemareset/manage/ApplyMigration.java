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
            "Drops everything in the database and creates it again from the models; then the same on Turso, if a database is named.",
            "Shows what would be dropped, and asks if there is anything to drop.",
            "Local rows are backed up before they are dropped, and undo-migration restores them; rows on Turso are gone for good."
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
        String what = report.remote().isPresent() ? "Undo it locally, not on Turso," : "Undo it";
        return what + " with " + options.wayBack() + ".";
    }
}
