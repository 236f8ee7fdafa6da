package dev.schemareset.turso.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;

/** What a client is answered. */
public record Answer(int status, Map<String, String> headers, byte[] bytes) {

    static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body.getBytes(UTF_8));
    }

    /** As servers tell what is wrong. */
    static Answer error(int status, String message) {
        return of(status, "application/json", "{\"error\":\"" + message + "\"}");
    }

    /** The same with one more header. */
    Answer with(String name, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(name, value);
        return new Answer(status, all, bytes);
    }
}
