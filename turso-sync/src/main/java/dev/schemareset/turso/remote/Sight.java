package dev.schemareset.turso.remote;

import dev.schemareset.spi.RemoteInspection;

/**
 * What a look at a database told.
 *
 * @param inspection what is told of it
 * @param schema the whole schema as one text, by which any change of it is noticed
 * @param enforcesForeignKeys whether the connection of the server does, which others may share
 */
record Sight(RemoteInspection inspection, String schema, boolean enforcesForeignKeys) {}
