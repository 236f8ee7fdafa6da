package dev.schemareset.manage;

import dev.schemareset.SyncReport;
import dev.schemareset.turso.TursoReplication;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that exchanges rows with the database on Turso, or shows which ones it would. */
abstract class ExchangeCommand implements Callable<Integer> {

    @Mixin
    private final ReplicationOptions options;

    @Option(names = "--dry-run", description = "Show which rows would be pushed and pulled; sync none.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    /** A local database is backed up before it is rebuilt. */
    ExchangeCommand(ManageCommand root) {
        options = new ReplicationOptions(root, new BackupOptions(root));
    }

    /**
     * Exchanges rows.
     *
     * @param made whether the local database was there before; else it was just made from the one on Turso
     * @return what went
     */
    abstract SyncReport exchange(TursoReplication replication, boolean made);

    ReplicationOptions options() {
        return options;
    }

    CommandLine commandLine() {
        return spec.commandLine();
    }

    @Override
    public final Integer call() {
        if (dryRun) {
            preview();
        } else {
            exchange();
        }
        return ExitStatus.DONE.code();
    }

    private void preview() {
        options.requireMade();
        commandLine().getOut().println(options.connected(TursoReplication::preview));
    }

    private void exchange() {
        boolean made = options.isMade();
        SyncReport report = options.connected(replication -> exchange(replication, made));
        PrintWriter out = commandLine().getOut();
        out.println(CommandWords.of(commandLine()).in(report.toString()));
        if (report.exchange().conflicts() > 0) {
            out.println("The command sync-status --conflicts shows the conflicts, and resolve-conflict resolves them.");
        }
    }
}
