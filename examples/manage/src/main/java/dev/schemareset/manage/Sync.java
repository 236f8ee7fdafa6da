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
            "Sends the rows that were changed here to the database on Turso, and fetches those that others changed.",
            "Where apply-migration could not reset the database on Turso, that is done first, as it was confirmed then.",
            "A local database that is empty or not there is made from the one on Turso."
        })
final class Sync extends ExchangeCommand {

    private static final String REPLACED = "What was changed here and is not there becomes a conflict; "
            + "all other rows are replaced by those there.";

    private final BufferedReader input;

    @ArgGroup(exclusive = false)
    private Rebuild rebuild = new Rebuild();

    private static final class Rebuild {

        @Option(
                names = "--rebuild",
                required = true,
                description = "Make the local database anew from the one on Turso, if the two do not belong together "
                        + "any more. " + REPLACED + " Asks first.")
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
                .println("This makes " + options().localName() + " anew from "
                        + options().remoteName()
                        + ", if the two do not belong together any more. " + REPLACED);
        new Question(commandLine(), input).requireAnswer("yes", "--yes to rebuild");
    }
}
