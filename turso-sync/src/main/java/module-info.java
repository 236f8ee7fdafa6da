import org.jspecify.annotations.NullMarked;

/** Resets a database on Turso, the cloud for SQLite, together with the local file, and exchanges rows with it. */
@NullMarked
module dev.schemareset.turso {
    requires com.fasterxml.jackson.core;
    requires transitive dev.schemareset.core;
    requires java.net.http;
    requires org.xerial.sqlitejdbc;
    requires static org.jspecify;

    exports dev.schemareset.turso;
    exports dev.schemareset.turso.replication;
}
