package dev.schemareset.turso.support;

/** What a request of the library is for, by its body. */
public final class Requests {

    private Requests() {}

    /** Whether it changes something for good: only then is what was not committed rolled back. */
    public static boolean commits(String body) {
        return body.contains("\"type\":\"and\"");
    }
}
