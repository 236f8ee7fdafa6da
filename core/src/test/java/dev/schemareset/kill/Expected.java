package dev.schemareset.kill;

import dev.schemareset.Confirm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a victim works with, and what it may leave behind.
 *
 * @param victims starts them
 * @param old the old database
 * @param contents the complete content of the database in each state
 */
record Expected(Victims victims, Path old, Map<State, Content> contents) {

    /** Does once, undisturbed, what victims do. */
    static Expected in(Path directory) throws IOException, InterruptedException {
        Path old = directory.resolve("old.db");
        OldDatabase.create(old);
        Path database = Files.copy(old, directory.resolve("undisturbed.db"));
        Map<State, Content> contents = new EnumMap<>(State.class);
        contents.put(State.OLD, Content.of(database));
        Models.reset(database).apply(Confirm.YES);
        contents.put(State.NEW, Content.of(database));
        Models.fill(database);
        contents.put(State.FILLED, Content.of(database));
        Victims victims = new Victims(directory);
        victims.archive(Files.copy(old, directory.resolve("archive.db")));
        return new Expected(victims, old, Map.copyOf(contents));
    }

    Content content(State state) {
        return contents.get(state);
    }
}
