import org.jspecify.annotations.NullMarked;

/** Keeps a database made by SchemaReset in step with Turso, the cloud for SQLite. */
@NullMarked
module dev.schemareset.turso {
    requires com.fasterxml.jackson.core;
    requires transitive dev.schemareset.core;
    requires java.net.http;
    requires static org.jspecify;
}
