package dev.schemareset.reset;

import static java.util.stream.Collectors.joining;

import dev.schemareset.Confirm;
import dev.schemareset.error.ForeignDatabaseException;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.error.ProtectedDatabaseException;
import dev.schemareset.model.ModelPackages;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.NoBackup;
import dev.schemareset.plan.Plan;
import dev.schemareset.spi.RemoteInspection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Refuses to drop what was not meant to be dropped. */
public final class Guard {

    /** What drops everything in a database, in the words of messages. */
    public enum Deed {
        RESET("reset", "reset", "call apply(%s)"),
        UNDO("restore", "undo", "call restore(%s)"),
        REBUILD("rebuild", "rebuild", "delete the file: its rows then come from the remote database");

        private final String verb;
        private final String noun;
        private final String remedy;

        Deed(String verb, String noun, String remedy) {
            this.verb = verb;
            this.noun = noun;
            this.remedy = remedy;
        }

        private String remedy(String confirm) {
            return remedy.formatted(confirm);
        }
    }

    private static final String UNCHANGED = "nothing was changed.";

    private final Deed deed;
    private final Object database;
    private final Confirm confirm;
    private final Supplier<ModelPackages> models;

    public Guard(Deed deed, Object database, Confirm confirm, Supplier<ModelPackages> models) {
        this.deed = deed;
        this.database = database;
        this.confirm = confirm;
        this.models = models;
    }

    /** Before anything is opened for writing. */
    public void requireMeant(Supplier<Inventory> found, Function<Inventory, Optional<NoBackup>> noBackup) {
        requireMeant(found, noBackup, Optional::empty);
    }

    /** The same for what reaches the remote as well. */
    public void requireMeant(
            Supplier<Inventory> found,
            Function<Inventory, Optional<NoBackup>> noBackup,
            Supplier<Optional<RemoteInspection>> otherSide) {
        Prohibition.check(deed.verb, database);
        if (confirm == Confirm.NO) {
            Inventory here = found.get();
            requireUnprotected(here, database);
            Optional<RemoteInspection> there = otherSide.get();
            there.ifPresent(remote -> requireUnprotected(remote.inventory(), remote.name()));
            Inventory remote = there.map(RemoteInspection::inventory).orElse(Inventory.EMPTY);
            throw new NotConfirmedException(
                    "The " + deed.noun + " of the database " + database + " was not confirmed. It would have dropped "
                            + contents(here)
                            + noBackup.apply(here)
                                    .map(reason -> "\nNo backup would have been taken: " + reason + ".")
                                    .orElse("")
                            + there.map(seen -> "\nIn the remote database " + seen.name() + " it would have dropped "
                                            + contents(remote))
                                    .orElse(""),
                    UNCHANGED,
                    deed.remedy(confirmFor(models.get(), here, remote)) + " if all of this may be dropped.");
        }
    }

    private String contents(Inventory found) {
        return found.summary() + "." + list(found.declared())
                + found.foreignTo(models.get())
                        .map(why -> "\nCareful with this database: " + why + ".")
                        .orElse("");
    }

    /** The word that lets a reset drop these. */
    public static String confirmFor(ModelPackages models, Inventory... found) {
        return confirmFor(Arrays.stream(found)
                .anyMatch(inventory -> inventory.foreignTo(models).isPresent()));
    }

    /** The word that lets a plan drop what it drops. */
    static String confirmFor(Plan plan) {
        return confirmFor(plan.foreign().isPresent());
    }

    private static String confirmFor(boolean foreign) {
        return "Confirm." + (foreign ? Confirm.YES_DROP_FOREIGN_TABLES : Confirm.YES);
    }

    /** Once nobody else can write. */
    public void requireDroppable(Inventory found) {
        requireUnprotected(found);
        refuse(refusal(database, found).stream());
    }

    /** Before anything is touched. Whoever then confirms to drop the remote database has also been told of a foreign local one. */
    public void requireDroppable(RemoteInspection remote, Supplier<Inventory> local) {
        requireUnprotected(remote.inventory(), remote.name());
        Optional<String> refused = refusal(remote.name(), remote.inventory());
        if (refused.isPresent()) {
            refuse(Stream.concat(refused.stream(), refusal(database, local.get()).stream()));
        }
    }

    private Optional<String> refusal(Object name, Inventory found) {
        return confirm == Confirm.YES_DROP_FOREIGN_TABLES
                ? Optional.empty()
                : found.foreignTo(models.get())
                        .map(why -> "Cannot " + deed.verb + " the database " + name + ": " + why + ". It holds "
                                + found.summary() + "." + list(found.tables()));
    }

    private void refuse(Stream<String> refusals) {
        String failure = refusals.collect(joining("\n"));
        if (!failure.isEmpty()) {
            throw new ForeignDatabaseException(
                    failure,
                    UNCHANGED,
                    "check that this is the database you mean. If all of this may be dropped, "
                            + deed.remedy(confirmFor(true)) + ".");
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
