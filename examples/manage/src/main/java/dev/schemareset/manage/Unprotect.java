package dev.schemareset.manage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes away the lock of {@link Protect}. */
@Command(
        name = "unprotect",
        description = "Removes the lock of protect, if there is one; from the database on Turso too, if one is named.")
final class Unprotect implements Runnable {

    @Mixin
    private final DatabaseOptions options;

    @Mixin
    private final SyncOptions sync;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    Unprotect(ManageCommand root) {
        options = new DatabaseOptions(root);
        sync = new SyncOptions(root);
    }

    @Override
    public void run() {
        sync.on(options.reset()).unprotect();
        spec.commandLine()
                .getOut()
                .println(sync.isBoth() ? "Neither database is protected." : "The database is not protected.");
    }
}
