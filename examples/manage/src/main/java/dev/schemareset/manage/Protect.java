package dev.schemareset.manage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Locks the database against {@link ApplyMigration} and {@link UndoMigration}. */
@Command(
        name = "protect",
        description =
                "Puts a lock into the database, and into the one on Turso, if one is named: nothing resets it, nor undoes a reset, "
                        + "until unprotect.")
final class Protect implements Runnable {

    @Mixin
    private final DatabaseOptions options;

    @Mixin
    private final SyncOptions sync;

    @Parameters(
            paramLabel = "REASON",
            description = "The reason, shown to anyone who tries to reset it. It replaces an earlier one.")
    private String reason = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    Protect(ManageCommand root) {
        options = new DatabaseOptions(root);
        sync = new SyncOptions(root);
    }

    @Override
    public void run() {
        try {
            sync.on(options.reset()).protect(reason);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
        }
        spec.commandLine()
                .getOut()
                .println(
                        sync.isBoth()
                                ? "Both databases are protected: nothing resets them until unprotect."
                                : "The database is protected: nothing resets it until unprotect.");
    }
}
