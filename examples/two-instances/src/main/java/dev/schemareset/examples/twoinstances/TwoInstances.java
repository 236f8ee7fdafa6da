package dev.schemareset.examples.twoinstances;

import dev.schemareset.Confirm;
import dev.schemareset.RemoteInfo;
import dev.schemareset.SchemaReset;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Stamp;
import dev.schemareset.spi.RemoteInspection;
import dev.schemareset.turso.TursoSync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ada and Bob share a pantry. Each has a process and a file; the database on Turso that {@code TURSO_DATABASE_URL} names connects them.
 */
public final class TwoInstances {

    private TwoInstances() {}

    /**
     * Tells the story.
     *
     * @param args nothing; or, in the processes that it starts, the file of the instance
     * @throws IOException when a process cannot be started
     */
    public static void main(String... args) throws IOException {
        if (args.length > 0) {
            Instance.run(Path.of(args[0]));
        } else {
            tell(Files.createTempDirectory("two-instances"));
        }
    }

    private static void tell(Path directory) throws IOException {
        resetBothSides(Pantry.reset(directory.resolve("ada.db")).syncTo(TursoSync.fromEnvironment()));
        try (InstanceProcess ada = new InstanceProcess("ada", directory);
                InstanceProcess bob = new InstanceProcess("bob", directory)) {
            heading("Online, what one writes comes to the other by itself");
            ada.type("online");
            bob.type("online");
            ada.type("put 2 milk");
            bob.await();
            bob.type("put 6 eggs");
            ada.await();

            heading("Offline, both change the same row");
            ada.type("offline");
            bob.type("offline");
            ada.type("put 1 milk");
            bob.type("put 5 milk");

            heading("Who comes back last sees the conflict; his version stands until he decides");
            ada.type("online");
            bob.type("online");
            bob.type("conflicts");
            ada.await();
            bob.type("take-theirs");
            ada.await();

            heading("Both are equal to the database on Turso, and so to each other");
            ada.type("verify");
            bob.type("verify");
        }
        System.out.println("\nThe files are in " + directory);
    }

    /** Drops everything there, so it does that only to an empty database, or to the pantry of an earlier run. */
    private static void resetBothSides(SchemaReset both) {
        boolean holdsOther = both.info().remote().flatMap(RemoteInfo::seen).map(RemoteInspection::inventory).stream()
                .anyMatch(found -> found.mayHoldRows() && !isPantry(found, both));
        if (holdsOther) {
            throw new IllegalStateException("There are rows of somebody else in the database: name an empty one.");
        }
        both.apply(Confirm.YES);
    }

    private static boolean isPantry(Inventory found, SchemaReset reset) {
        return found.stamp()
                .map(Stamp::fingerprint)
                .filter(reset.plan().fingerprint()::equals)
                .isPresent();
    }

    private static void heading(String text) {
        System.out.println("\n" + text);
    }
}
