package dev.schemareset.examples.manage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Finishes what {@link ApplyMigration} could not do on Turso. */
@Command(
        name = "sync",
        description =
                "Resets the database on Turso when apply-migration could not do it, and looks whether both belong together. "
                        + "Drops nothing here.")
final class Sync implements Runnable {

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private final SyncOptions sync = new SyncOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().println(sync.on(options.reset()).sync());
    }
}
