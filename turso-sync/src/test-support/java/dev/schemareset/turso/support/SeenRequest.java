package dev.schemareset.turso.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request as it reached the proxy. */
public record SeenRequest(String method, String path, Headers headers, byte[] bytes) {

    /** To libSQL some pragmas are writes, whether or not they set anything. */
    private static final Pattern WRITE = Pattern.compile(
            "\\b(INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|REPLACE\\s+INTO|PRAGMA\\s+(foreign_keys|user_version))\\b",
            Pattern.CASE_INSENSITIVE);

    static SeenRequest of(HttpExchange exchange) throws IOException {
        return new SeenRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
    }

    public String body() {
        return new String(bytes, UTF_8);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** Whether any of its statements writes, by their words. */
    boolean writes() {
        return WRITE.matcher(body()).find();
    }
}
