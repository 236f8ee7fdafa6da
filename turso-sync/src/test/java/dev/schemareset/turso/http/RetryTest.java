package dev.schemareset.turso.http;

import static dev.schemareset.turso.http.FaultyServer.answer;
import static dev.schemareset.turso.http.FaultyServer.cut;
import static dev.schemareset.turso.http.FaultyServer.done;
import static dev.schemareset.turso.http.FaultyServer.drop;
import static dev.schemareset.turso.http.FaultyServer.stall;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpHandler;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.http.HranaClient.Endpoint;
import dev.schemareset.turso.http.HranaClient.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, when, and what never is because it may have been carried out. */
class RetryTest {

    private static final List<Step> STEPS = List.of(Step.query("SELECT 1"));

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private static final String LATER = "\nWhat to do: check the network and the server, and try again later.";

    private static final String UNKNOWN =
            " Whether the write was carried out is not known.\nWhat to do: find out from the"
                    + " database whether it was carried out; then check the network and the server, and try again later.";

    private static final String TOO_LARGE = """
            {"results":[{"type":"error","error":{"code":"RESPONSE_TOO_LARGE","message":"Response is too large"}}]}""";

    /** No machine is so busy that an answer takes longer. */
    private static final Duration LONG = Duration.ofMinutes(5);

    /** What a request needs to reach the server on a busy machine; only who waits for nothing waits so long. */
    private static final Duration ENOUGH_TO_ARRIVE = Duration.ofSeconds(4);

    private final List<Duration> pauses = new ArrayList<>();

    /** The time as the client sees it: it passes where a test says so. */
    private final AtomicLong nanos = new AtomicLong();

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 599})
    void readIsTriedFiveTimes(int status) {
        try (FaultyServer server = new FaultyServer(answer(status, "busy"))) {
            Failure failure = failure(() -> client(server).read(STEPS));

            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure.outcomeUnknown()).isFalse();
            assertThat(failure)
                    .hasMessage(
                            "Cannot read from %s: the server could not answer now (HTTP %d: \"busy\"). It was tried 5 times."
                                    + LATER,
                            server.url(),
                            status);
            assertThat(server.requests()).hasSize(5);
            assertThat(pauses).extracting(Duration::toMillis).containsExactly(250L, 500L, 1_000L, 2_000L);
        }
    }

    @Test
    void readSucceedsOnceTheServerDoes() {
        HttpHandler busy = answer(503, "");
        try (FaultyServer server = new FaultyServer(busy, drop(), cut(), busy, done())) {
            assertThat(client(server).read(STEPS).outcomes()).hasSize(1);

            assertThat(server.requests()).hasSize(5);
            assertThat(pauses).hasSize(4);
        }
    }

    @Test
    void serverSaysWhenToComeAgain() {
        try (FaultyServer server = new FaultyServer(
                answer(429, "", "Retry-After", "7"),
                answer(503, "", "Retry-After", "Fri, 02 Jan 2026 03:04:15 GMT"),
                answer(503, "", "Retry-After", "40"),
                answer(429, "", "Retry-After", "soon"),
                done())) {
            client(server).read(STEPS);

            assertThat(pauses).extracting(Duration::toMillis).containsExactly(7_000L, 10_000L, 40_000L, 2_000L);
        }
    }

    /** All tries and all that lies between them are one call. */
    @Test
    void serverThatWantsToBeAskedLaterThanTheTimeoutAllows() {
        try (FaultyServer server = new FaultyServer(answer(503, "busy", "Retry-After", "120"))) {
            Failure failure = failure(() -> client(server).read(STEPS));

            assertThat(failure)
                    .hasMessage(
                            "Cannot read from %s: the server could not answer now (HTTP 503: \"busy\"). It was tried 3 times. The"
                                    + " server asks to be tried again in 120 s, which the timeout of 300 s does not allow."
                                    + LATER,
                            server.url());
            assertThat(server.requests()).hasSize(3);
            assertThat(pauses).extracting(Duration::toSeconds).containsExactly(120L, 120L);
        }
    }

    @Test
    void noTryWithoutTimeForIt() {
        HttpHandler slow = exchange -> {
            nanos.addAndGet(LONG.minusMillis(250).toNanos());
            answer(503, "").handle(exchange);
        };
        try (FaultyServer server = new FaultyServer(slow, done())) {
            assertThat(failure(() -> client(server).read(STEPS)))
                    .hasMessage(
                            "Cannot read from %s: the server could not answer now (HTTP 503). The timeout of 300 s allows no"
                                    + " further try." + LATER,
                            server.url());
            assertThat(server.requests()).hasSize(1);
            assertThat(pauses).isEmpty();
        }
    }

    /** A server that answers so may have run the request before. */
    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void writeIsNotTriedAgainOnceItArrived(int status) {
        try (FaultyServer server = new FaultyServer(answer(status, "busy", "Retry-After", "1"))) {
            Failure failure = failure(() -> client(server).write(STEPS));

            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure.outcomeUnknown()).isTrue();
            assertThat(failure)
                    .hasMessage(
                            "Cannot write to %s: the server could not answer now (HTTP %d: \"busy\")." + UNKNOWN,
                            server.url(),
                            status);
            assertThat(server.requests()).hasSize(1);
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void outcomeOfAWriteIsUnknownWhenItsAnswerIsLost() {
        try (FaultyServer server = new FaultyServer(done(), drop(), cut())) {
            HranaClient client = client(server);
            // The connection is kept, and the JDK must not send again what it lost there.
            client.write(STEPS);

            Failure dropped = failure(() -> client.write(STEPS));
            assertThat(dropped.outcomeUnknown()).isTrue();
            assertThat(dropped.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(dropped.getMessage())
                    .startsWith("Cannot write to " + server.url() + ": the connection broke: \"")
                    .endsWith("." + UNKNOWN);

            Failure cut = failure(() -> client.write(STEPS));
            assertThat(cut.outcomeUnknown()).isTrue();
            assertThat(cut)
                    .hasMessage(
                            "Cannot write to %s: the connection broke: \"fixed content-length: 170, bytes received: 40\"."
                                    + UNKNOWN,
                            server.url());
            assertThat(server.requests()).hasSize(3);
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void bodyThatStallsEndsWithTheTimeout() {
        try (FaultyServer server = new FaultyServer(stall())) {
            HranaClient client = inRealTime(server.endpoint(), ENOUGH_TO_ARRIVE);

            Failure write = failure(() -> client.write(STEPS));
            assertThat(write.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(write.outcomeUnknown()).isTrue();
            assertThat(write).hasMessage("Cannot write to %s: no response within 4 s." + UNKNOWN, server.url());

            assertThat(failure(() -> client.read(STEPS)))
                    .hasMessage(
                            "Cannot read from %s: no response within 4 s. The timeout of 4 s allows no further try."
                                    + LATER,
                            server.url());
            assertThat(server.requests()).hasSize(2);
        }
    }

    /** A server with one thread would wait for a connection that nobody uses any more. */
    @Test
    void connectionOfARequestThatTookTooLongIsClosed() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> {
                try (Socket connection = socket.accept()) {
                    connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".getBytes(UTF_8));
                    connection.getInputStream().readAllBytes();
                    return true;
                } catch (IOException e) {
                    return true;
                }
            });

            Failure failure =
                    failure(() -> client(Endpoint.of("http://127.0.0.1:" + socket.getLocalPort()), ENOUGH_TO_ARRIVE)
                            .write(STEPS));

            assertThat(failure.failure()).contains("no response within 4 s");
            assertThat(closed.join()).isTrue();
        }
    }

    @Test
    void nobodyThere() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        HranaClient client = client(Endpoint.of("http://127.0.0.1:" + port), LONG);

        Failure failure = failure(() -> client.write(STEPS));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure.outcomeUnknown()).isFalse();
        assertThat(failure)
                .hasMessage(
                        "Cannot write to http://127.0.0.1:%d: no connection came about. It was tried 5 times." + LATER,
                        port)
                .hasCauseInstanceOf(IOException.class);
        assertThat(pauses).hasSize(4);
    }

    /** No name is so long, so nobody needs to be asked. */
    @Test
    void hostWithoutAnAddress() {
        String url = "libsql://" + "x.".repeat(150) + "invalid";

        Failure failure = failure(() -> client(Endpoint.of(url), LONG).write(STEPS));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure.outcomeUnknown()).isFalse();
        assertThat(failure)
                .hasMessage(
                        "Cannot write to %s: the name of the host is not known. It was tried 5 times." + LATER, url);
    }

    /** A connection that is not accepted has sent nothing, however late anybody notices that the time is over. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 200})
    void nobodyAcceptsTheConnection(int timeout) throws Exception {
        try (FullSocket full = new FullSocket()) {
            HranaClient client = inRealTime(full.endpoint(), Duration.ofMillis(timeout));

            Failure failure = failure(() -> client.write(STEPS));

            assertThat(failure.outcomeUnknown()).isFalse();
            assertThat(failure)
                    .hasMessage(
                            "Cannot write to %s: no connection came about. The timeout of %d ms allows no further try."
                                    + LATER,
                            full.endpoint(),
                            timeout);
        }
    }

    /** Nor has one that is accepted, but never encrypted. However long one may wait, nobody waits long for it on this machine. */
    @Test
    void serverOnThisMachineWithoutTls() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                FaultyServer plain = new FaultyServer(done())) {
            for (int port : List.of(silent.getLocalPort(), plain.port())) {
                Endpoint endpoint = Endpoint.of("libsql://127.0.0.1:" + port);

                Failure failure = failure(() -> client(endpoint, LONG).write(STEPS));

                assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
                assertThat(failure.outcomeUnknown()).isFalse();
                assertThat(failure)
                        .hasMessage(
                                "Cannot write to %s: the server on this machine does not answer in TLS.\nWhat to do: begin the"
                                        + " URL with http:// if it has no TLS, as tursodb and sqld have none by default.",
                                endpoint);
                assertThat(pauses).isEmpty();
            }
        }
    }

    /** A server with no room says it of every answer, so that a small one tells. */
    @Test
    void serverWithoutRoomIsTriedAgain() {
        HttpHandler tooLarge = answer(200, TOO_LARGE);
        try (FaultyServer server = new FaultyServer(tooLarge, tooLarge, done())) {
            assertThat(client(server).write(STEPS).outcomes()).hasSize(1);
            assertThat(server.requests()).hasSize(3);
        }
        try (FaultyServer server = new FaultyServer(tooLarge)) {
            Failure failure = failure(() -> client(server).read(STEPS));

            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure.code()).isEmpty();
            assertThat(failure)
                    .hasMessage(
                            "Cannot read from %s: the server has no room for an answer now, however small. It was tried 5 times."
                                    + LATER,
                            server.url());
            assertThat(server.requests()).hasSize(6);
        }
    }

    @Test
    void answerThatIsTooLarge() {
        HttpHandler large = answer(200, TOO_LARGE);
        try (FaultyServer server = new FaultyServer(large, large, large, large, large, done())) {
            Failure failure = failure(() -> client(server).read(STEPS));

            assertThat(failure.reason()).isEqualTo(Reason.REJECTED);
            assertThat(failure.code()).isEqualTo("RESPONSE_TOO_LARGE");
            assertThat(failure)
                    .hasMessage(
                            "Cannot read from %s: the server refuses the batch, with the code \"RESPONSE_TOO_LARGE\": \"Response"
                                    + " is too large\". It was tried 5 times.\nWhat to do: change what the server complains about,"
                                    + " and try again.",
                            server.url());
        }
    }

    /** Who can ask for less does so at once. */
    @Test
    void limitedAnswerThatIsTooLargeIsNotTriedAgain() {
        try (FaultyServer server = new FaultyServer(answer(200, TOO_LARGE))) {
            assertThat(failure(() -> client(server).read(STEPS, 1_000)).code()).isEqualTo("RESPONSE_TOO_LARGE");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void interruptedBeforeThereIsAConnection() throws Exception {
        try (FullSocket full = new FullSocket()) {
            HranaClient client = client(full.endpoint(), LONG);

            Thread.currentThread().interrupt();
            Failure failure = failure(() -> client.write(STEPS));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure.outcomeUnknown()).isFalse();
            assertThat(failure)
                    .hasMessage(
                            "Cannot write to %s: the thread was interrupted before an answer came.\nWhat to do: run it again.",
                            full.endpoint());
        }
    }

    /** No connection to it comes about: as many as it holds wait already, and nobody accepts them. */
    private static final class FullSocket implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<Socket> waiting = new ArrayList<>();

        FullSocket() throws IOException {
            for (int connection = 0; connection < 2; connection++) {
                waiting.add(new Socket(InetAddress.getLoopbackAddress(), socket.getLocalPort()));
            }
        }

        Endpoint endpoint() {
            return Endpoint.of("http://127.0.0.1:" + socket.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            for (Socket connection : waiting) {
                connection.close();
            }
            socket.close();
        }
    }

    @Test
    void interruptedWhileItWaitsForAnAnswer() {
        Thread caller = Thread.currentThread();
        try (FaultyServer server = new FaultyServer(exchange -> {
            caller.interrupt();
            stall().handle(exchange);
        })) {
            HranaClient client = client(server);

            Failure failure = failure(() -> client.write(STEPS));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure.outcomeUnknown()).isTrue();
            assertThat(failure)
                    .hasMessage(
                            "Cannot write to %s: the thread was interrupted before an answer came. Whether the write was carried"
                                    + " out is not known.\nWhat to do: find out from the database whether it was carried out; then"
                                    + " run it again.",
                            server.url());
            assertThat(failure(() -> {
                        Thread.currentThread().interrupt();
                        client.read(STEPS);
                    }))
                    .hasMessage(
                            "Cannot read from %s: the thread was interrupted before an answer came.\nWhat to do: run it again.",
                            server.url());
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void interruptedWhileItPauses() {
        try (FaultyServer server = new FaultyServer(answer(503, ""))) {
            HranaClient client = new HranaClient(
                    server.endpoint(),
                    Optional::empty,
                    LONG,
                    duration -> {
                        Thread.currentThread().interrupt();
                        HranaClient.Pause.SLEEP.pause(duration);
                    },
                    BackoffTest.LONGEST,
                    CLOCK,
                    nanos::get);

            Failure failure = failure(() -> client.read(STEPS));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure)
                    .hasMessage(
                            "Cannot read from %s: the server could not answer now (HTTP 503)." + LATER, server.url());
            assertThat(server.requests()).hasSize(1);
        }
    }

    private HranaClient client(FaultyServer server) {
        return client(server.endpoint(), LONG);
    }

    private HranaClient client(Endpoint endpoint, Duration timeout) {
        return client(endpoint, timeout, nanos::get);
    }

    private HranaClient inRealTime(Endpoint endpoint, Duration timeout) {
        return client(endpoint, timeout, System::nanoTime);
    }

    private HranaClient client(Endpoint endpoint, Duration timeout, LongSupplier time) {
        return new HranaClient(endpoint, Optional::empty, timeout, this::pass, BackoffTest.LONGEST, CLOCK, time);
    }

    private void pass(Duration pause) {
        pauses.add(pause);
        nanos.addAndGet(pause.toNanos());
    }

    private static Failure failure(ThrowingCallable call) {
        return catchThrowableOfType(Failure.class, call);
    }
}
