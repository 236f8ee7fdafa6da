package dev.schemareset.manage;

import dev.schemareset.SyncReport;
import dev.schemareset.turso.TursoReplication;
import picocli.CommandLine.Command;

/** Fetches rows. */
@Command(
        name = "pull",
        description =
                "Pulls the rows that other instances changed in the database on Turso. Local changes are kept, to be pushed later.")
final class Pull extends ExchangeCommand {

    Pull(ManageCommand root) {
        super(root);
    }

    @Override
    SyncReport exchange(TursoReplication replication, boolean made) {
        return replication.pull();
    }
}
