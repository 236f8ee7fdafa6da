package dev.schemareset;

import static java.util.Objects.requireNonNull;

import dev.schemareset.error.SyncException;
import dev.schemareset.model.ModelPackages;
import dev.schemareset.model.Name;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Stamp;
import dev.schemareset.plan.SyncState;
import dev.schemareset.reset.Guard;
import dev.schemareset.reset.RemoteSide;
import dev.schemareset.spi.RemoteInspection;
import dev.schemareset.spi.SyncTarget;
import java.util.Optional;

/**
 * The remote of a sync, as it is now.
 *
 * @param name the remote database as a person knows it, without any secret
 * @param seen what a look at it told; empty when it cannot be seen
 * @param problem why it cannot be seen; empty when it can
 */
public record RemoteInfo(String name, Optional<RemoteInspection> seen, Optional<String> problem) {

    static RemoteInfo of(SyncTarget target) {
        try {
            return new RemoteInfo(
                    target.toString(), Optional.of(target.look().counted().seen()), Optional.empty());
        } catch (SyncException e) {
            return new RemoteInfo(target.toString(), Optional.empty(), Optional.of(e.failure()));
        }
    }

    /**
     * Whether both databases were made by the same reset, and the schema of the remote is what that made.
     *
     * @param local what is in the local database
     * @return whether they agree; false when the remote cannot be read
     */
    public boolean agreesWith(Inventory local) {
        requireNonNull(local, "local");
        return seen.isPresent()
                && local.sync().isPresent()
                && RemoteSide.isEpoch(seen.get(), local.sync().get().epoch())
                && seen.get().altered().isEmpty()
                && seen.get().inventory().stamp().map(Stamp::fingerprint).equals(Optional.of(local.fingerprint()));
    }

    /**
     * How the two databases stand to each other, in words.
     *
     * @param local what is in the local database
     * @param models the packages of the models
     * @param drifted whether the local database differs from the models
     */
    String agreement(Inventory local, ModelPackages models, boolean drifted) {
        boolean awaited = local.sync().flatMap(SyncState::awaited).isPresent();
        if (seen.isEmpty()) {
            return "cannot be seen. " + problem.orElse("") + (awaited ? " Its reset is still pending." : "");
        }
        Inventory there = seen.get().inventory();
        if (local.sync().isEmpty()
                || !RemoteSide.isEpoch(seen.get(), local.sync().get().epoch())) {
            return awaited ? pending(there, local, models, drifted) : notInStep(there, local);
        }
        if (agreesWith(local)) {
            return "agrees with this database" + known(there);
        }
        return seen.get().altered().isEmpty()
                ? notInStep(there, local)
                : "was altered since its reset: " + String.join(", ", seen.get().altered());
    }

    private String pending(Inventory there, Inventory local, ModelPackages models, boolean drifted) {
        if (there.protection().isPresent()) {
            return "was not reset yet, and is protected: unprotect() removes the lock";
        }
        String both = ": apply(" + Guard.confirmFor(models, local, there) + ") resets both";
        if (!RemoteSide.isAwaited(seen.orElseThrow(), local.sync().orElseThrow())) {
            return "was not reset yet, and is not what was confirmed to be dropped" + both;
        }
        if (drifted) {
            return "was not reset yet, and this database differs from the models" + both;
        }
        return "was not reset yet" + (local.foreignTo(models).isPresent() ? both : ": sync() does it");
    }

    private static String notInStep(Inventory there, Inventory local) {
        return "is not in step with this database" + known(there)
                + local.sync()
                        .map(sync -> "; this one has the epoch " + new Name(sync.epoch()))
                        .orElse("");
    }

    private static String known(Inventory there) {
        return there.stamp()
                        .map(stamp -> ": schema " + beginning(stamp.fingerprint()))
                        .orElse("")
                + there.sync().map(sync -> ", epoch " + new Name(sync.epoch())).orElse("");
    }

    private static String beginning(String fingerprint) {
        return new Name(fingerprint.substring(0, Math.min(fingerprint.length(), 12))).toString();
    }
}
