import org.jspecify.annotations.NullMarked;

/**
 * Annotated records make their SQLite database: scanned, planned, written for review, reset.
 *
 * <p>{@link dev.schemareset.SchemaReset} is the front door. The exported packages hold only values, annotations and
 * errors; everything that works on them is hidden.
 */
@NullMarked
module dev.schemareset.core {
    requires io.github.classgraph;
    requires transitive java.sql;
    requires transitive org.jdbi.v3.core;
    requires org.jdbi.v3.sqlite;
    requires static transitive org.jspecify;
    requires org.objectweb.asm;
    requires org.xerial.sqlitejdbc;

    // What Jdbi needs and, without a module-info of its own, cannot ask for.
    requires io.leangen.geantyref;
    requires org.slf4j;

    exports dev.schemareset;
    exports dev.schemareset.annotation;
    exports dev.schemareset.error;
    exports dev.schemareset.jdbi;
    exports dev.schemareset.model;
    exports dev.schemareset.plan;
    exports dev.schemareset.spi;
}
