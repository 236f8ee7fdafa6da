package dev.schemareset.connection;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parameters of a {@code file:} URI that SQLite itself reads
 * (<a href="https://www.sqlite.org/uri.html">SQLite documentation</a>). sqlite-jdbc takes its own out and passes all others on (measured).
 *
 * @param given the values, by name
 */
record UriParameters(Map<String, String> given) {

    /** None at all. */
    static final UriParameters NONE = new UriParameters(Map.of());

    /** Their names. */
    static final Set<String> NAMES = Set.of("mode", "cache", "psow", "nolock", "immutable", "vfs");

    /**
     * Why parameters cannot be honoured.
     *
     * @param why a sentence
     * @param remedy another
     */
    record Refusal(String why, String remedy) {}

    private static final Set<String> YES = Set.of("1", "on", "true", "yes");
    private static final Set<String> BOOLEANS = Set.of("0", "1", "false", "no", "off", "on", "true", "yes");
    private static final Map<String, Set<String>> VALUES = Map.of(
            "mode", Set.of("memory", "ro", "rw", "rwc"),
            "cache", Set.of("private", "shared"),
            "psow", BOOLEANS,
            "nolock", BOOLEANS,
            "immutable", BOOLEANS);

    /** What SQLite does not know, and with what no reset is possible; empty where nothing is wrong. */
    Optional<Refusal> refusal() {
        return Stream.of(unknownValue(), unsafe()).flatMap(Optional::stream).findFirst();
    }

    private Optional<Refusal> unknownValue() {
        return VALUES.entrySet().stream()
                .filter(known -> given.containsKey(known.getKey()))
                .filter(known -> !known.getValue().contains(given.get(known.getKey())))
                .map(known -> new Refusal(
                        "SQLite knows no " + known.getKey() + "=" + given.get(known.getKey()) + ".",
                        "say one of " + known.getValue().stream().sorted().collect(joining(", "))
                                + ", or remove the parameter."))
                .findFirst();
    }

    private Optional<Refusal> unsafe() {
        if (isOn("nolock")) {
            return Optional.of(new Refusal(
                    "with nolock=1 nothing keeps two connections from writing at once, which can destroy the file.",
                    "remove the parameter."));
        }
        if (isOn("immutable")) {
            return Optional.of(new Refusal(
                    "immutable=1 is for a file that never changes, and a reset changes it.",
                    "remove the parameter; a file that may not be written is read in this way without it."));
        }
        return given.containsKey("vfs")
                ? Optional.of(new Refusal(
                        "another VFS may keep locks and journals where SchemaReset does not look for them.",
                        "remove the parameter; for a database in memory, say mode=memory&cache=shared."))
                : Optional.empty();
    }

    private boolean isOn(String name) {
        return YES.contains(given.getOrDefault(name, "0"));
    }

    boolean isInMemory() {
        return is("mode", "memory");
    }

    boolean isShared() {
        return is("cache", "shared");
    }

    boolean isReadOnly() {
        return is("mode", "ro");
    }

    /** Whether a file that is not there may be made. */
    boolean creates() {
        return !is("mode", "rw");
    }

    private boolean is(String name, String value) {
        return value.equals(given.get(name));
    }

    /** What concerns the connections of an application alone: how SQLite keeps and writes their pages. Empty, or with a "?" before. */
    String queryOfApplication() {
        return Stream.of("cache", "psow")
                .filter(given::containsKey)
                .map(name -> name + "=" + given.get(name))
                .reduce("", (query, parameter) -> query + (query.isEmpty() ? "?" : "&") + parameter);
    }
}
