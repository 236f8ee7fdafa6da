package dev.schemareset.examples.manage;

import dev.schemareset.DatabaseInfo;
import dev.schemareset.plan.Inventory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A database that a command would drop.
 *
 * @param label what it is, at the beginning of a sentence
 * @param drops that it goes, with its name
 * @param shortName what nobody types out of habit
 * @param found what is in it
 */
record Side(String label, String drops, String shortName, Inventory found) {

    /** The local database, and the remote one where it can be seen. */
    static List<Side> of(DatabaseInfo info) {
        String local = info.database().name();
        Stream<Side> here = Stream.of(new Side(
                "The database",
                "This drops everything in " + local,
                String.valueOf(Path.of(local).getFileName()),
                info.database().inventory()));
        Stream<Side> there = info.remote().flatMap(remote -> remote.seen()).stream()
                .map(seen -> new Side(
                        "The remote database",
                        "This also drops everything in " + seen.name() + ", which all its instances share",
                        seen.name().replaceFirst("^[a-z]+://", ""),
                        seen.inventory()));
        return Stream.concat(here, there).toList();
    }

    boolean isEmpty() {
        return found.declared().isEmpty();
    }
}
