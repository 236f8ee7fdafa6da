package dev.schemareset.manage;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the database beside its models. */
@Command(
        name = "db-info",
        description =
                "Shows the database, its tables and how it differs from the models, and the database on Turso, if one is named. "
                        + "Changes nothing.")
final class DbInfo implements Runnable {

    @Mixin
    private final DatabaseOptions options;

    @Mixin
    private final SyncOptions sync;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    DbInfo(ManageCommand root) {
        options = new DatabaseOptions(root);
        sync = new SyncOptions(root);
    }

    @Override
    public void run() {
        String info = sync.on(options.reset()).info().toString();
        CommandLine commandLine = spec.commandLine();
        commandLine.getOut().println(CommandWords.of(commandLine).in(info));
    }
}
