package dev.schemareset.examples.manage;

import java.io.PrintWriter;
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
    private final DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private final SyncOptions sync = new SyncOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Override
    public void run() {
        String info = sync.on(options.reset()).info().toString();
        PrintWriter out = spec.commandLine().getOut();
        out.println(info);
        Glossary.lineFor(info).ifPresent(line -> {
            out.println();
            out.println(line);
        });
    }
}
