package dev.schemareset.spi;

import dev.schemareset.model.Name;
import dev.schemareset.plan.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A remote database, as it was when it was looked at. Nothing is done to it that was not decided on that sight. */
public interface RemoteDatabase {

    /**
     * What was seen, without the number of rows.
     *
     * @return what is in the database, and who keeps it
     */
    RemoteInspection seen();

    /**
     * The same database with the rows of its tables counted, which makes the server read all of them.
     *
     * @return a database that differs in what was seen of its rows
     * @throws dev.schemareset.error.SyncException when it cannot be seen any more
     */
    RemoteDatabase counted();

    /**
     * Whether the server keeps names like this for itself. What is called so is never dropped.
     *
     * @param name the name of a table or an index
     * @return whether no model may be called so
     */
    boolean isReserved(Name name);

    /**
     * Tries statements, up to the first that is refused, and takes all of it back.
     *
     * @param statements what would be done, in order
     * @return the statement that the server does not accept; empty when it accepts all
     * @throws dev.schemareset.error.SyncException when it cannot be tried
     */
    Optional<Refusal> rehearse(List<Statement> statements);

    /**
     * Executes statements in one transaction with foreign keys off, provided that the database still is what was seen: either all of it
     * happens or nothing does. When an answer is lost, the database is looked at again.
     *
     * @param statements what is done, in order
     * @param done tells from another look whether it was done
     * @throws dev.schemareset.error.SyncException when it was not done, or when that is unknown; its {@code dataState} says which
     */
    void run(List<Statement> statements, Predicate<RemoteInspection> done);
}
