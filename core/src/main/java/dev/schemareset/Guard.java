package dev.schemareset;

import static java.util.stream.Collectors.joining;

import dev.schemareset.error.ForeignDatabaseException;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.error.ProtectedDatabaseException;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.NoBackup;
import dev.schemareset.spi.RemoteInspection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Refuses to drop what nobody meant to drop. */
final class Guard {

    /** What drops everything in a database, in the words of messages. */
    enum Deed {
        RESET("reset", "reset", "apply"),
        UNDO("restore", "undo", "restore");

        private final String verb;
        private final String noun;
        private final String method;

        Deed(String verb, String noun, String method) {
            this.verb = verb;
            this.noun = noun;
            this.method = method;
        }
    }

    private static final String UNCHANGED = "nothing was changed.";

    private final Deed deed;
    private final Object database;
    private final Confirm confirm;

    Guard(Deed deed, Object database, Confirm confirm) {
        this.deed = deed;
        this.database = database;
        this.confirm = confirm;
    }

    /** Before anything is opened for writing. */
    void requireMeant(Supplier<Inventory> found, Function<Inventory, Optional<NoBackup>> noBackup) {
        requireMeant(found, noBackup, Optional::empty);
    }

    /** The same for what reaches the other side of a sync as well. */
    void requireMeant(
            Supplier<Inventory> found,
            Function<Inventory, Optional<NoBackup>> noBackup,
            Supplier<Optional<RemoteInspection>> otherSide) {
        Prohibition.check(deed.verb, database);
        if (confirm == Confirm.NO) {
            Inventory here = found.get();
            requireUnprotected(here, database);
            Optional<RemoteInspection> there = otherSide.get();
            there.ifPresent(remote -> requireUnprotected(remote.inventory(), remote.name()));
            boolean foreign = here.isForeign()
                    || there.filter(remote -> remote.inventory().isForeign()).isPresent();
            throw new NotConfirmedException(
                    "The " + deed.noun + " of the database " + database + " was not confirmed. It would have dropped "
                            + here.summary() + "." + list(here.declared())
                            + noBackup.apply(here)
                                    .map(reason -> "\nNo backup would have been taken: " + reason + ".")
                                    .orElse("")
                            + there.map(Guard::wouldDrop).orElse(""),
                    UNCHANGED,
                    "call " + deed.method + "(" + confirmFor(foreign) + ") if all of this may go.");
        }
    }

    /** The word that lets a reset drop this. */
    static String confirmFor(Inventory found) {
        return confirmFor(found.isForeign());
    }

    private static String confirmFor(boolean foreign) {
        return "Confirm." + (foreign ? Confirm.YES_DROP_FOREIGN_TABLES : Confirm.YES);
    }

    private static String wouldDrop(RemoteInspection there) {
        return "\nIn the remote database " + there.name() + " it would have dropped "
                + there.inventory().summary() + "." + list(there.inventory().declared());
    }

    /** Once nobody else can write. */
    void requireDroppable(Inventory found) {
        requireUnprotected(found);
        if (found.isForeign() && confirm != Confirm.YES_DROP_FOREIGN_TABLES) {
            throw new ForeignDatabaseException(
                    "Cannot " + deed.verb + " the database " + database + ": SchemaReset did not make it. It holds "
                            + found.summary() + "." + list(found.tables()),
                    UNCHANGED,
                    "check that this is the database you mean. If all of this may go, call " + deed.method
                            + "(Confirm.YES_DROP_FOREIGN_TABLES).");
        }
    }

    void requireUnprotected(Inventory found) {
        requireUnprotected(found, database);
    }

    private void requireUnprotected(Inventory found, Object name) {
        found.protection().ifPresent(protection -> {
            throw new ProtectedDatabaseException(
                    "Cannot " + deed.verb + " the database " + name + ": it is protected " + protection + ".",
                    UNCHANGED,
                    "call unprotect() if it may be dropped.");
        });
    }

    private static String list(List<DatabaseObject> objects) {
        return objects.stream().map(object -> "\n  " + object).collect(joining());
    }
}
