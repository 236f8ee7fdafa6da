package dev.schemareset.manage;

import dev.schemareset.SchemaReset;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that reach the database on Turso beside the local one, where there is one. */
final class SyncOptions {

    @Mixin
    private final RemoteOption remote;

    @Option(names = "--local-only", description = "Leave the database on Turso alone, even if one is named.")
    private boolean localOnly;

    SyncOptions(ManageCommand root) {
        remote = new RemoteOption(root);
    }

    /** Whether the command means two databases. */
    boolean isBoth() {
        return remote.isNamed() && !localOnly;
    }

    SchemaReset on(SchemaReset reset) {
        return localOnly ? reset : remote.on(reset);
    }
}
