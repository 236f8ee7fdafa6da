package dev.schemareset.examples.twoinstances;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.schemareset.examples.twoinstances.model.Item;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.Row;
import dev.schemareset.turso.replication.Side;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs in a process of its own: it answers each command with a line, and tells by itself when rows came from the other. */
final class Instance {

    private final Pantry pantry;
    private @Nullable TursoReplication replication;

    private Instance(Path file) {
        pantry = new Pantry(file);
    }

    /** Obeys until nobody commands any more. */
    static void run(Path file) throws IOException {
        Instance instance = new Instance(file);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            System.out.println(instance.answer(command.split(" ")));
        }
    }

    private String answer(String... command) {
        return switch (command[0]) {
            case "online" -> {
                replication = pantry.connect(() -> System.out.println(content()));
                yield content();
            }
            case "offline" -> {
                connection().close();
                yield content();
            }
            case "put" -> {
                pantry.put(Integer.parseInt(command[1]), command[2]);
                yield content();
            }
            case "conflicts" ->
                connection().conflicts().stream().map(Instance::text).collect(joining("; "));
            case "take-theirs" -> {
                connection().conflicts().forEach(conflict -> connection().resolve(conflict, Side.REMOTE));
                yield content();
            }
            case "verify" -> connection().verify().isEqual() ? "both sides are equal" : "both sides differ";
            default -> throw new IllegalArgumentException(command[0]);
        };
    }

    private TursoReplication connection() {
        return requireNonNull(replication, "not online");
    }

    private String content() {
        String items = pantry.items().stream().map(Item::toString).collect(joining(", "));
        return items.isEmpty() ? "nothing" : items;
    }

    private static String text(Conflict conflict) {
        return text(conflict.local()) + " here, " + text(conflict.remote()) + " there; what is "
                + (conflict.kept() == Side.LOCAL ? "here" : "there") + " stands";
    }

    private static String text(Optional<Row> version) {
        return version.map(row -> row.get("quantity") + " " + row.get("name")).orElse("none");
    }
}
