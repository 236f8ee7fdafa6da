package dev.schemareset.turso.http;

import dev.schemareset.turso.hrana.Hrana.Stream;
import dev.schemareset.turso.http.HranaClient.Endpoint;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends one request over HTTP/1.1 and receives its response. Nothing is sent twice, and nothing to another place. */
final class Wire {

    /** A server that does not accept a connection by then has none to give. */
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    /** On this machine a handshake takes milliseconds, and a server without TLS may wait in silence for the rest of it. */
    private static final Duration LONGEST_LOCAL_HANDSHAKE = Duration.ofSeconds(3);

    private final Endpoint endpoint;
    private @Nullable HttpClient client;

    /** A server that once left a stream open understands to be asked to close the next; Turso's own engine fails at the word. */
    private volatile Stream stream = Stream.OPEN;

    Wire(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * A response.
     *
     * @param status the status of HTTP
     * @param retryAfter the header {@code Retry-After}
     * @param location the header {@code Location}
     * @param body all of it
     * @param took from before the request was sent until all of the body was there
     */
    record Reply(int status, Optional<String> retryAfter, Optional<String> location, byte[] body, Duration took) {}

    /** What to ask of the server to become of the next stream. */
    Stream stream() {
        return stream;
    }

    /** Learns that the server has left one open. */
    void leftOpen() {
        stream = Stream.CLOSED;
    }

    /** No response came. */
    static final class NoReply extends Exception {

        private static final long serialVersionUID = 1L;

        /** What came instead: an {@link IOException}, or that the thread was interrupted. */
        final Exception failure;

        /** Whether it is certain that the server has not got the request. */
        final boolean isUnsent;

        NoReply(Exception failure, boolean isUnsent) {
            super(failure);
            this.failure = failure;
            this.isUnsent = isUnsent;
        }
    }

    /** Sends a request and waits for all of the response, at most until the deadline and for so many bytes. */
    Reply send(byte[] body, Optional<Token> token, int mostBytes, Deadline deadline) throws NoReply {
        GuardedBody guarded = new GuardedBody(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.pipeline())
                .header("Content-Type", "application/json")
                .POST(guarded);
        token.ifPresent(present -> request.header("Authorization", present.header()));
        long start = System.nanoTime();
        HttpResponse<byte[]> response;
        try {
            response = await(client().sendAsync(request.build(), head -> new BoundedBody(mostBytes)), deadline);
        } catch (IOException | InterruptedException e) {
            throw new NoReply(e, guarded.withhold());
        }
        return new Reply(
                response.statusCode(),
                response.headers().firstValue("Retry-After"),
                response.headers().firstValue("Location"),
                response.body(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** The timeout of a request of the JDK would end with the headers; a body could take forever. */
    private static HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> response, Deadline deadline)
            throws IOException, InterruptedException {
        try {
            return response.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no response within " + deadline);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            // Closes the connection, where the response is not there yet.
            response.cancel(true);
        }
    }

    private synchronized HttpClient client() {
        if (client == null) {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .version(Version.HTTP_1_1)
                    .followRedirects(Redirect.NEVER)
                    .connectTimeout(endpoint.isLocalTls() ? LONGEST_LOCAL_HANDSHAKE : LONGEST_CONNECT);
            // What is meant for this machine does not leave it, whatever proxy is configured, and whatever a name
            // server says.
            endpoint.localProxy().ifPresent(builder::proxy);
            client = builder.build();
        }
        return client;
    }
}
