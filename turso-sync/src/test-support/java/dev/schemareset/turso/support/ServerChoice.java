package dev.schemareset.turso.support;

import java.util.List;

/** Which server a test gets, and what of the experimental it allows. */
record ServerChoice(ServerKind kind, List<String> experimental) {

    static ServerChoice of(ServerKind kind, String... experimental) {
        return new ServerChoice(kind, List.of(experimental));
    }
}
