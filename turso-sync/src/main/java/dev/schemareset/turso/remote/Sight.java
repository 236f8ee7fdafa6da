package dev.schemareset.turso.remote;

import dev.schemareset.spi.RemoteInspection;
import java.util.Optional;

/**
 * What a look at a database told.
 *
 * @param inspection what is told of it
 * @param schema the whole schema as one text, by which any change of it is noticed
 * @param epoch names the reset that made it; empty when none of ours did
 * @param protection the lock as one text; empty when there is none that can be read
 */
record Sight(RemoteInspection inspection, String schema, Optional<String> epoch, Optional<String> protection) {

    Sight with(RemoteInspection other) {
        return new Sight(other, schema, epoch, protection);
    }
}
