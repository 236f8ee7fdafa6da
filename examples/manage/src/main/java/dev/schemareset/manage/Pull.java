package dev.schemareset.manage;

import dev.schemareset.SyncReport;
import dev.schemareset.turso.TursoReplication;
import picocli.CommandLine.Command;

/** Fetches rows. */
@Command(
        name = "pull",
        description =
                "Fetches the rows that others changed in the database on Turso. What was changed here is kept, to be sent later.")
final class Pull extends ExchangeCommand {

    Pull(ManageCommand root) {
        super(root);
    }

    @Override
    SyncReport exchange(TursoReplication replication, boolean made) {
        return replication.pull();
    }
}
