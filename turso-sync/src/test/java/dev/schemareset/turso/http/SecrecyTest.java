package dev.schemareset.turso.http;

import static dev.schemareset.turso.http.FaultyServer.answer;
import static dev.schemareset.turso.http.FaultyServer.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpHandler;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.http.HranaClient.Endpoint;
import dev.schemareset.turso.http.HranaClient.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token goes to its server and nowhere else, whatever the server does with it. */
class SecrecyTest {

    private static final String TOKEN = "eyJhbGciOiJFZERTQSJ9.eyJhIjoicncifQ.Zm9v-YmFy_MTIzNDU2Nzg5";

    private static final List<Step> STEPS = List.of(Step.query("SELECT 1"));

    /** Repeats the token in the body and in every header that is looked at. */
    private static HttpHandler echo(int status, UnaryOperator<String> body) {
        return exchange -> {
            String header = exchange.getRequestHeaders().getFirst("Authorization");
            String token = header.substring("Bearer ".length());
            answer(
                            status,
                            body.apply(header),
                            "Location",
                            "https://" + token.replace('_', '-') + ".example/" + token,
                            "Retry-After",
                            token,
                            "WWW-Authenticate",
                            header,
                            "X-Echo",
                            header)
                    .handle(exchange);
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 301, 302, 307, 400, 401, 403, 404, 408, 418, 429, 500, 503})
    void echoInBodyAndHeaders(int status) {
        try (FaultyServer server =
                new FaultyServer(echo(status, header -> status == 204 ? "" : "you sent " + header))) {
            requireSecret(failure(() -> client(server.endpoint()).read(STEPS)));
            requireSecret(failure(() -> client(server.endpoint()).write(STEPS)));
        }
    }

    @Test
    void echoIsHiddenNotCutOff() {
        try (FaultyServer server = new FaultyServer(echo(400, header -> "you sent " + header + ", no?"))) {
            assertThat(failure(() -> client(server.endpoint()).write(STEPS)).failure())
                    .isEqualTo("Cannot write to " + server.url()
                            + ": the server does not take the request (HTTP 400: \"you sent Bearer (token), no?\").");
        }
    }

    /** The end of a quote cuts no token into a part that is not known again. */
    @ParameterizedTest
    @ValueSource(ints = {400, 470, 480, 490, 495, 3_950, 3_990, 3_999})
    void echoWhereAQuoteEnds(int before) {
        try (FaultyServer server = new FaultyServer(echo(400, header -> ".".repeat(before) + header))) {
            requireSecret(failure(() -> client(server.endpoint()).write(STEPS)));
        }
    }

    @Test
    void echoInErrorsOfTheProtocol() {
        UnaryOperator<String> error =
                header -> "{\"message\":\"" + header + "\",\"code\":\"" + header.substring("Bearer ".length()) + "\"}";
        UnaryOperator<String> refused =
                header -> "{\"results\":[{\"type\":\"error\",\"error\":" + error.apply(header) + "}]}";
        UnaryOperator<String> failed = header ->
                "{\"results\":[{\"type\":\"ok\",\"response\":{\"type\":\"batch\",\"result\":{\"step_results\":"
                        + "[null],\"step_errors\":[" + error.apply(header) + "]}}}]}";
        try (FaultyServer server = new FaultyServer(echo(200, refused), echo(200, failed))) {
            Failure failure = failure(() -> client(server.endpoint()).write(STEPS));
            requireSecret(failure);
            assertThat(failure.code()).isEqualTo("(token)");

            assertThat(client(server.endpoint()).read(STEPS).outcomes())
                    .containsExactly(new Outcome.Failed("(token)", "Bearer (token)"));
        }
    }

    /** The JDK quotes what it does not understand. */
    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 %s\r\n\r\n'",
        "'%s\r\n\r\n'",
        "'HTTP/1.1 200 %s\r\nContent-Length: %s\r\n\r\n'",
        "'HTTP/1.1 200 OK\r\n%s\r\n\r\n'",
        "'HTTP/1.1 200 OK\r\n%s: %s\r\n\r\n'",
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%s\r\n'",
        "'HTTP/1.1 401 %s\r\nContent-Length: 0\r\n\r\n'"
    })
    void echoInWhatIsNoHttp(String answer) {
        UnaryOperator<String> echo =
                head -> answer.replace("%s", head.replaceFirst("(?is).*authorization: (Bearer [^\r]*).*", "$1"));
        try (RawServer server = new RawServer(echo)) {
            requireSecret(failure(() -> client(server.endpoint()).write(STEPS)));
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void causeThatQuotesTheTokenIsLeftOut() {
        try (RawServer server = new RawServer(head -> "HTTP/1.1 " + TOKEN + "\r\n\r\n")) {
            Failure failure = failure(() -> client(server.endpoint()).write(STEPS));

            assertThat(failure).hasNoCause();
            assertThat(failure.failure()).contains("the connection broke: \"").contains("(token)");
        }
        try (RawServer server = new RawServer(head -> "HTTP/1.1 nonsense\r\n\r\n")) {
            assertThat(failure(() -> client(server.endpoint()).write(STEPS))).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void secondTokenIsAskedForOnce() {
        Iterator<String> tokens = List.of("old-token-of-yesterday", TOKEN).iterator();
        HttpHandler refuse = echo(401, header -> header);
        try (FaultyServer server = new FaultyServer(refuse, done())) {
            assertThat(client(server.endpoint(), () -> Optional.of(tokens.next()))
                            .write(STEPS)
                            .outcomes())
                    .hasSize(1);

            assertThat(server.requests())
                    .extracting(request -> request.headers().getFirst("Authorization"))
                    .containsExactly("Bearer old-token-of-yesterday", "Bearer " + TOKEN);
            assertThat(tokens).isExhausted();
        }
    }

    @Test
    void secondTokenThatIsRefusedToo() {
        Iterator<String> tokens = List.of(TOKEN, "new-token-of-today").iterator();
        try (FaultyServer server = new FaultyServer(answer(401, TOKEN + " new-token-of-today"))) {
            Failure failure = failure(() ->
                    client(server.endpoint(), () -> Optional.of(tokens.next())).write(STEPS));

            requireSecret(failure);
            assertThat(failure.reason()).isEqualTo(Reason.UNAUTHORIZED);
            assertThat(failure.outcomeUnknown()).isFalse();
            assertThat(failure)
                    .hasMessage(
                            "Cannot write to %s: the server does not accept the token (HTTP 401: \"(token) (token)\").\nWhat to"
                                    + " do: pass a token for this database that has not expired; `turso db tokens create` makes"
                                    + " one.",
                            server.url());
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void noThirdTokenIsAskedFor() {
        Iterator<String> tokens = List.of("first-token", "second-token").iterator();
        try (FaultyServer server = new FaultyServer(answer(401, ""), answer(503, ""), answer(401, ""))) {
            Failure failure = failure(() ->
                    client(server.endpoint(), () -> Optional.of(tokens.next())).read(STEPS));

            assertThat(failure.failure())
                    .isEqualTo("Cannot read from " + server.url()
                            + ": the server does not accept the token (HTTP 401). It was tried 2 times.");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void sameTokenIsNotTriedAgain() {
        try (FaultyServer server = new FaultyServer(answer(401, ""))) {
            assertThat(failure(() -> client(server.endpoint()).read(STEPS)).failure())
                    .isEqualTo(
                            "Cannot read from " + server.url() + ": the server does not accept the token (HTTP 401).");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void eachCallAsksForTheTokenAgain() {
        Iterator<Optional<String>> tokens =
                List.of(Optional.of("first"), Optional.<String>empty()).iterator();
        try (FaultyServer server = new FaultyServer(done())) {
            HranaClient client = client(server.endpoint(), tokens::next);
            client.read(STEPS);
            client.read(STEPS);

            assertThat(server.requests())
                    .extracting(request -> request.headers().getFirst("Authorization"))
                    .containsExactly("Bearer first", null);
        }
    }

    @Test
    void tokenThatIsNoneIsNotSent() {
        try (FaultyServer server = new FaultyServer(done())) {
            Failure failure = failure(() ->
                    client(server.endpoint(), () -> Optional.of(TOKEN + "\n")).read(STEPS));

            requireSecret(failure);
            assertThat(failure.reason()).isEqualTo(Reason.NOT_CONFIGURED);
            assertThat(failure).hasMessage("""
                    The token cannot be sent: its character 59 of 59 is none of a token.
                    What to do: check where the token comes from, e.g. TURSO_AUTH_TOKEN: it must be the token alone, without quotes, spaces or line breaks.""");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void supplierThatFails() {
        try (FaultyServer server = new FaultyServer(done())) {
            Failure failure = failure(() -> client(server.endpoint(), () -> {
                        throw new IllegalStateException("cannot decrypt " + TOKEN);
                    })
                    .write(STEPS));

            requireSecret(failure);
            assertThat(failure.reason()).isEqualTo(Reason.NOT_CONFIGURED);
            assertThat(failure.failure())
                    .isEqualTo("Asking for the token failed with java.lang.IllegalStateException.");
            assertThat(failure).hasNoCause();
            assertThat(failure.outcomeUnknown()).isFalse();
            assertThat(server.requests()).isEmpty();
        }
    }

    /** Without TLS a proxy could read it. */
    @Test
    void tokenForThisMachineTakesNoProxy() {
        ProxySelector before = ProxySelector.getDefault();
        try (FaultyServer proxy = new FaultyServer(done());
                FaultyServer server = new FaultyServer(done())) {
            ProxySelector.setDefault(
                    ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));
            client(server.endpoint()).read(STEPS);

            assertThat(proxy.requests()).isEmpty();
            assertThat(server.requests()).hasSize(1);
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void nothingPrintsTheToken() throws Exception {
        try (FaultyServer server = new FaultyServer(done())) {
            HranaClient client = client(server.endpoint());

            assertThat(client.read(STEPS) + " " + server.endpoint() + new Token(TOKEN))
                    .doesNotContain(TOKEN.substring(0, 8));
        }
    }

    private static void requireSecret(Failure failure) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        String told = printed + failure.failure() + failure.remedy() + failure.code();
        for (int position = 0; position + 8 <= TOKEN.length(); position++) {
            assertThat(told).doesNotContain(TOKEN.substring(position, position + 8));
        }
    }

    private static HranaClient client(Endpoint endpoint) {
        return client(endpoint, () -> Optional.of(TOKEN));
    }

    private static HranaClient client(Endpoint endpoint, Supplier<Optional<String>> tokens) {
        return new HranaClient(endpoint, tokens, Duration.ofMinutes(5), pause -> {});
    }

    private static Failure failure(ThrowingCallable call) {
        return catchThrowableOfType(Failure.class, call);
    }
}
