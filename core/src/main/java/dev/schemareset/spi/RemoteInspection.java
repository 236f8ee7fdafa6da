package dev.schemareset.spi;

import dev.schemareset.plan.Inventory;
import java.util.List;

/**
 * What a look at a remote database told.
 *
 * @param name the database as a person knows it, without any secret
 * @param server the kind and the version of the server that holds it, e.g. {@code libSQL, SQLite 3.47.0}
 * @param inventory its objects, tables with their row counts where these were asked for. What the server keeps for itself is an internal table. The texts are what
 *     the server makes of those it is given, which need not be the same
 * @param written the schema as the reset wrote it, to the letter; empty where it made none
 * @param altered the objects, in words, that were added, changed or removed since the reset that made the database
 */
public record RemoteInspection(
        String name, String server, Inventory inventory, Inventory written, List<String> altered) {

    /** Copies the list, so that the inspection cannot change. */
    public RemoteInspection {
        altered = List.copyOf(altered);
    }
}
