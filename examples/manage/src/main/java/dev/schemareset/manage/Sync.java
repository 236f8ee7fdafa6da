package dev.schemareset.manage;

import dev.schemareset.Confirm;
import dev.schemareset.SyncReport;
import dev.schemareset.turso.TursoReplication;
import java.io.BufferedReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Exchanges rows both ways, after it has finished what {@link ApplyMigration} could not do on Turso. */
@Command(
        name = "sync",
        description = {
            "Pushes local changes of rows to the database on Turso, and pulls those of other instances.",
            "If apply-migration could not reset the database on Turso, that is done first, as it was confirmed then.",
            "A local database that is empty or does not exist is made from the one on Turso."
        })
final class Sync extends ExchangeCommand {

    private static final String REPLACED =
            "Local changes that are not on Turso become conflicts; all other rows are replaced by " + "those on Turso.";

    private final BufferedReader input;

    @ArgGroup(exclusive = false)
    private Rebuild rebuild = new Rebuild();

    private static final class Rebuild {

        @Option(
                names = "--rebuild",
                required = true,
                description = "Rebuild the local database from the one on Turso, if the two no longer belong together. "
                        + "" + REPLACED + " Asks first.")
        private boolean wanted;

        @Option(
                names = {"-y", "--yes"},
                description = "Rebuild without asking, for scripts.")
        private boolean yes;
    }

    Sync(ManageCommand root) {
        super(root);
        input = root.input();
    }

    @Override
    SyncReport exchange(TursoReplication replication, boolean made) {
        if (!rebuild.wanted || !made) {
            return replication.sync();
        }
        if (!rebuild.yes) {
            requireConfirmed();
        }
        return replication.rebuild(Confirm.YES);
    }

    private void requireConfirmed() {
        commandLine()
                .getOut()
                .println("This rebuilds " + options().localName() + " from "
                        + options().remoteName()
                        + ", if the two no longer belong together. " + REPLACED);
        new Question(commandLine(), input).requireAnswer("yes", "--yes to rebuild");
    }
}
