package dev.schemareset.turso.http;

import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.hrana.Hrana.Step;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks one server to run batches, each in one request. What it throws, returns or prints never holds a token. It may be used by
 * several threads.
 */
public final class HranaClient {

    private final Endpoint endpoint;
    private final Supplier<Optional<String>> tokens;
    private final Wire wire;
    private final Duration timeout;
    private final Pause pause;
    private final Backoff backoff;
    private final LongSupplier nanos;

    /**
     * A client that connects once it is first used.
     *
     * @param endpoint which server
     * @param tokens gives the token, or nothing where the server asks for none; asked anew for each call, and once more when the
     *     server does not accept what it gave
     * @param timeout how long a call may take, with all its tries and the waits between them
     * @param pause waits between tries
     */
    public HranaClient(Endpoint endpoint, Supplier<Optional<String>> tokens, Duration timeout, Pause pause) {
        this(endpoint, tokens, timeout, pause, new Random(), Clock.systemUTC(), System::nanoTime);
    }

    HranaClient(
            Endpoint endpoint,
            Supplier<Optional<String>> tokens,
            Duration timeout,
            Pause pause,
            RandomGenerator random,
            Clock clock,
            LongSupplier nanos) {
        this.endpoint = endpoint;
        this.tokens = tokens;
        this.wire = new Wire(endpoint);
        this.timeout = timeout;
        this.pause = pause;
        this.backoff = new Backoff(random, clock);
        this.nanos = nanos;
    }

    /**
     * Runs steps that change nothing. Whatever may pass is tried again, five times in all, as long as there is time for it.
     *
     * @throws Failure when no good answer came
     */
    public Answer read(List<Step> steps) {
        return read(steps, BoundedBody.MOST_BYTES);
    }

    /**
     * The same for what may be more than there is room for.
     *
     * @param mostBytes the most bytes of a response
     * @throws Failure when no good answer came, with the code {@code RESPONSE_TOO_LARGE} when there are more
     */
    public Answer read(List<Step> steps, int mostBytes) {
        return exchange("read from", true, Math.min(mostBytes, BoundedBody.MOST_BYTES))
                .run(steps);
    }

    /**
     * Runs steps that are one transaction, from BEGIN to COMMIT. It is tried again only while it is certain that nothing of it ran.
     *
     * @throws Failure when no good answer came; {@link Failure#outcomeUnknown()} tells whether the transaction may be committed
     */
    public Answer write(List<Step> steps) {
        return exchange("write to", false, BoundedBody.MOST_BYTES).run(steps);
    }

    /**
     * Whether a server is this one, whichever of the schemes its URL has.
     *
     * @param server a server as {@link #toString()} tells it
     */
    public boolean isAt(String server) {
        return place(server).equals(place(toString()));
    }

    private static String place(String server) {
        return server.replaceFirst("^[a-z]+://", "").replaceFirst("^([^/]*):443(/|$)", "$1$2");
    }

    /** The server, as its URL tells. */
    @Override
    public String toString() {
        return endpoint.toString();
    }

    /**
     * Runs steps that are one transaction, from BEGIN to ROLLBACK. Nothing is left of it, so that it is tried again like what only reads.
     *
     * @throws Failure when no good answer came
     */
    public Answer rehearse(List<Step> steps) {
        return exchange("try a write on", true, BoundedBody.MOST_BYTES).run(steps);
    }

    private Exchange exchange(String deed, boolean repeatable, int mostBytes) {
        Deadline deadline = new Deadline(timeout, nanos);
        return new Exchange(
                endpoint, wire, new Credentials(tokens), pause, backoff, deadline, deed, repeatable, mostBytes);
    }

    /**
     * What a server answered.
     *
     * @param outcomes what became of each step
     * @param took how long the try took that was answered, without the tries before
     */
    public record Answer(List<Outcome> outcomes, Duration took) {

        /** Copies the list. */
        public Answer {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Waits between two tries. */
    @FunctionalInterface
    public interface Pause {

        /** Sleeps. */
        Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

        /**
         * Waits.
         *
         * @throws InterruptedException when somebody wants this thread to stop
         */
        void pause(Duration duration) throws InterruptedException;
    }

    /** A server, as its URL tells. It is printed without what a URL may hide: user, password and query. */
    public static final class Endpoint {

        private final String name;
        private final URI pipeline;
        private final boolean isLocal;

        Endpoint(String name, URI pipeline, boolean isLocal) {
            this.name = name;
            this.pipeline = pipeline;
            this.isLocal = isLocal;
        }

        /**
         * Reads the URL of a server: {@code libsql://host}, {@code https://host}, or {@code http://} on this machine.
         *
         * @throws dev.schemareset.error.SyncException when no token could be sent there safely, or nothing at all
         */
        public static Endpoint of(String url) {
            return EndpointUrl.parse(url);
        }

        /** Where requests go. */
        URI pipeline() {
            return pipeline;
        }

        /** Whether it is reached without TLS, which only this machine is. */
        boolean isPlain() {
            return pipeline.getScheme().equals("http");
        }

        /** Whether it is this machine, reached with TLS, which few servers have there. */
        boolean isLocalTls() {
            return isLocal && !isPlain();
        }

        /**
         * The way to a server without TLS. No system is sure to know a name below {@code localhost}, and one that asks a name server could
         * be led elsewhere; so the server itself is taken for the proxy, which is told the name and never looked up.
         */
        Optional<ProxySelector> localProxy() {
            if (!isPlain()) {
                return Optional.empty();
            }
            return Optional.of(
                    pipeline.getHost().endsWith(".localhost")
                            ? ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()))
                            : HttpClient.Builder.NO_PROXY);
        }

        private int port() {
            return pipeline.getPort() < 0 ? 80 : pipeline.getPort();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** No good answer came. */
    public static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Why, for a program. */
        private final Reason reason;

        /** Why, for a person. */
        private final String failure;

        /** What a person can do. */
        private final String remedy;

        /** What kind of refusal the server calls it. */
        private final String code;

        /** Whether what was asked may have been carried out. */
        private final boolean outcomeUnknown;

        Failure(
                Reason reason,
                String failure,
                String remedy,
                String code,
                boolean outcomeUnknown,
                @Nullable Throwable cause) {
            super(failure + "\nWhat to do: " + remedy, cause);
            this.reason = reason;
            this.failure = failure;
            this.remedy = remedy;
            this.code = code;
            this.outcomeUnknown = outcomeUnknown;
        }

        /** Why it failed. */
        public Reason reason() {
            return reason;
        }

        /** What failed, and where, in one or more sentences. */
        public String failure() {
            return failure;
        }

        /** What to do next, in one or more sentences. */
        public String remedy() {
            return remedy;
        }

        /** What the server calls a batch that it refused, e.g. {@code RESPONSE_TOO_LARGE}; empty for other failures. */
        public String code() {
            return code;
        }

        /** Whether a write may have been carried out all the same: only the database can tell. Never for a read. */
        public boolean outcomeUnknown() {
            return outcomeUnknown;
        }
    }
}
