package dev.schemareset.manage;

import dev.schemareset.DatabaseInfo;
import dev.schemareset.plan.Inventory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A database that a command would drop.
 *
 * @param label what it is, at the beginning of a sentence
 * @param place where it is, and who shares it
 * @param shortName what nobody types out of habit
 * @param found what is in it
 * @param foreign why it is not this application's, as a clause; empty when it is
 */
record Side(String label, String place, String shortName, Inventory found, Optional<String> foreign) {

    /** The local database, and the remote one where it can be seen. */
    static List<Side> of(DatabaseInfo info) {
        String local = info.database().name();
        Stream<Side> here = Stream.of(new Side(
                "The database",
                local,
                String.valueOf(Path.of(local).getFileName()),
                info.database().inventory(),
                info.database().inventory().foreignTo(info.packages())));
        Stream<Side> there = info.remote().flatMap(remote -> remote.seen()).stream()
                .map(seen -> new Side(
                        "The remote database",
                        seen.name() + ", which all instances of the application share",
                        seen.name().replaceFirst("^[a-z]+://", ""),
                        seen.inventory(),
                        seen.inventory().foreignTo(info.packages())));
        return Stream.concat(here, there).toList();
    }

    /** Whether nobody needs to be asked about it. */
    boolean isEmpty() {
        return found.declared().isEmpty() && foreign.isEmpty();
    }
}
