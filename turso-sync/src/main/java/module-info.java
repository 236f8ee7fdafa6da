import org.jspecify.annotations.NullMarked;

/** Keeps a database made by SchemaReset in step with Turso, the cloud for SQLite. */
@NullMarked
module dev.schemareset.turso {
    requires transitive dev.schemareset.core;
    requires static org.jspecify;
}
