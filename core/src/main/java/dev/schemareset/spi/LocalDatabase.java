package dev.schemareset.spi;

import dev.schemareset.model.ModelPackages;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.SyncState;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/**
 * The local database of a reset, for what exchanges its rows with another one. Its {@link Object#toString()} names it as a person knows
 * it. Instances are safe for use by several threads.
 */
public interface LocalDatabase {

    /**
     * The file of the database, behind all symbolic links.
     *
     * @return the file, whether or not it exists
     * @throws dev.schemareset.error.UnusableDatabaseException when the database is in memory
     */
    Path file();

    /**
     * What the models ask for.
     *
     * @return the schema
     * @throws dev.schemareset.error.InvalidSchemaException when the models cannot become one
     */
    Inventory expected();

    /**
     * The packages of the models, which tell a database of the application from that of another one.
     *
     * @return the packages
     */
    ModelPackages packages();

    /**
     * The triggers by which each change of a row is noticed.
     *
     * @return the triggers that a database of these models must have, to the letter of their SQL
     */
    List<DatabaseObject> changeLogTriggers();

    /**
     * Reads what the database knows of its remote.
     *
     * @return the state; empty when it was not reset together with a remote, or does not exist
     */
    Optional<SyncState> state();

    /**
     * Reads what is in the database.
     *
     * @return the schema and what is known of the database, its rows counted; an empty one when there is no database
     */
    Inventory inventory();

    /**
     * Reads the schema alone, from a connection that may be inside a transaction.
     *
     * @param connection a connection to the database
     * @return the schema, without counting a row
     */
    Inventory schema(Connection connection);

    /**
     * Opens a connection that does not enforce foreign keys. The database must exist.
     *
     * @return a new connection, for the caller to close
     * @throws dev.schemareset.error.SchemaResetException when the database cannot be opened
     */
    Connection connect();

    /**
     * Rebuilds the database from the models, with the rows of the remote, in one transaction. What it held is backed up before, as
     * with any reset of it.
     *
     * @param state what it must know of the remote
     * @param content its rows
     * @return what a person should know, a sentence each
     * @throws dev.schemareset.error.SchemaResetException when it may not be dropped, or a step failed; all was rolled back
     */
    List<String> rebuild(SyncState state, Content content);
}
