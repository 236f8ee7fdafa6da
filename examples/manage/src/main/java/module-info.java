import org.jspecify.annotations.NullMarked;

/** The command line of an application's database. */
@NullMarked
module dev.schemareset.manage {
    requires transitive dev.schemareset.core;
    requires dev.schemareset.turso;
    requires info.picocli;
    requires static org.jspecify;

    exports dev.schemareset.manage;

    // Its options are fields.
    opens dev.schemareset.manage to
            info.picocli;
}
