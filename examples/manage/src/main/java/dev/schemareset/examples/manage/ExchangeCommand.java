package dev.schemareset.examples.manage;

import dev.schemareset.SyncReport;
import dev.schemareset.turso.TursoReplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that exchanges rows with the database on Turso, or shows which ones it would. */
abstract class ExchangeCommand implements Callable<Integer> {

    @Mixin
    private final ReplicationOptions options = new ReplicationOptions();

    @Option(names = "--dry-run", description = "Show the rows that would go both ways, and exchange none.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    /**
     * Exchanges rows.
     *
     * @param made whether the local database was there before; else it was just made from the one on Turso
     * @return what went; empty when it was refused, and said why
     */
    abstract Optional<SyncReport> exchange(TursoReplication replication, boolean made) throws IOException;

    ReplicationOptions options() {
        return options;
    }

    CommandLine commandLine() {
        return spec.commandLine();
    }

    @Override
    public final Integer call() throws IOException {
        return (dryRun ? preview() : exchange()) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean preview() throws IOException {
        if (!options.requireMade()) {
            return false;
        }
        commandLine().getOut().println(options.connected(TursoReplication::preview));
        return true;
    }

    private boolean exchange() throws IOException {
        boolean made = options.isMade();
        Optional<SyncReport> report = options.connected(replication -> exchange(replication, made));
        PrintWriter out = commandLine().getOut();
        report.ifPresent(out::println);
        if (report.filter(done -> done.exchange().conflicts() > 0).isPresent()) {
            out.println("The command sync-status --conflicts shows the conflicts, and resolve-conflict resolves them.");
        }
        return report.isPresent();
    }
}
