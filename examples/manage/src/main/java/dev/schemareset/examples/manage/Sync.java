package dev.schemareset.examples.manage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Finishes what {@link ApplyMigration} could not do on Turso. */
@Command(
        name = "sync",
        description =
                "Resets the database on Turso where apply-migration could not, as it was confirmed then; else looks whether both "
                        + "databases belong together. Drops nothing here, and moves no rows.")
final class Sync implements Runnable {

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private final RemoteOption remote = new RemoteOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().println(remote.on(options.reset()).sync());
    }
}
