package dev.schemareset.plan;

import dev.schemareset.model.ModelPackages;
import dev.schemareset.model.Name;
import java.time.Instant;
import java.util.Optional;

/**
 * What a reset writes into the database it makes, in the same transaction, so that the database is known again: one row in a
 * table of its own.
 *
 * @param fingerprint the digest of the schema that the reset made: 64 hexadecimal digits
 * @param resetAt when that was, by the clock of SQLite
 * @param libraryVersion the version of SchemaReset that did it
 * @param resets how many resets the database has seen, this one included
 * @param packages the packages of the models that the schema was made from; empty when that cannot be read, or an earlier version of
 *     SchemaReset, which did not write it, did the reset
 */
public record Stamp(
        String fingerprint, Instant resetAt, String libraryVersion, long resets, Optional<ModelPackages> packages) {

    /** The table that holds the row. */
    public static final Name TABLE = new Name("_schema_reset");

    /**
     * Why the database is not that of these models, as a clause about it.
     *
     * @param models the packages of the models
     * @return e.g. {@code it belongs to another application, with models in app.shop instead of app.bank}; empty when it may be theirs
     */
    Optional<String> foreignTo(ModelPackages models) {
        if (packages.isEmpty()) {
            return Optional.of(
                    "its stamp, perhaps of an earlier version, does not say to which application it belongs");
        }
        return packages.filter(made -> !made.isRelatedTo(models))
                .map(made -> "it belongs to another application, with models in " + made + " instead of " + models);
    }

    /**
     * The stamp in words, without the packages.
     *
     * @return e.g. {@code reset 3, at 2026-01-02T03:04:05.678Z by SchemaReset 1.0.0}
     */
    @Override
    public String toString() {
        return "reset " + resets + ", at " + resetAt + " by SchemaReset " + new Name(libraryVersion);
    }
}
