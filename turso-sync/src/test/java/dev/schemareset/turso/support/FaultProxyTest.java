package dev.schemareset.turso.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault, as the JDK's client sees it and as the server does. */
@WithServer(ServerKind.TURSODB_0_7)
class FaultProxyTest {

    private static final String READ = RawPipeline.body("SELECT count(*) FROM t");
    private static final String WRITE = RawPipeline.body("INSERT INTO t VALUES (1)");

    private static final Duration LONG = Duration.ofMinutes(5);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TursoServer server;
    private FaultProxy proxy;

    @BeforeEach
    void makeATable(TursoServer server, FaultProxy proxy) throws Exception {
        this.server = server;
        this.proxy = proxy;
        RawPipeline.execute(server.url(), "CREATE TABLE t(a)");
    }

    @Test
    void passesOnAndRemembers() throws Exception {
        assertThat(send(WRITE, "Authorization", "Bearer x").statusCode()).isEqualTo(200);
        assertThat(rows()).isEqualTo(1);
        assertThat(proxy.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/v2/pipeline");
            assertThat(request.header("authorization")).hasValue("Bearer x");
            assertThat(request.body()).isEqualTo(WRITE);
        });
    }

    @Test
    void dropsARequest() throws Exception {
        proxy.next(Fault.DROP_REQUEST);
        assertThatThrownBy(() -> send(WRITE)).isInstanceOf(IOException.class);
        assertThat(rows()).isZero();
        assertThat(proxy.requests()).as("not sent again by the JDK").hasSize(1);
    }

    @Test
    void dropsAnAnswer() throws Exception {
        proxy.next(Fault.DROP_ANSWER);
        assertThatThrownBy(() -> send(WRITE)).isInstanceOf(IOException.class);
        assertThat(rows()).isEqualTo(1);
        assertThat(proxy.requests()).as("not sent again by the JDK").hasSize(1);
    }

    @Test
    void dropsOnAConnectionThatWasUsedBefore() throws Exception {
        proxy.next(Fault.NONE, Fault.DROP_REQUEST, Fault.NONE);
        assertThat(send(READ).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> send(WRITE)).isInstanceOf(IOException.class);
        assertThat(proxy.requests()).as("not sent again by the JDK").hasSize(2);
        assertThat(send(READ).statusCode()).isEqualTo(200);
    }

    @Test
    void cutsAnAnswer() throws Exception {
        proxy.next(Fault.CUT_ANSWER);
        assertThatThrownBy(() -> send(WRITE))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void holdsARequestLongerThanTheClientWaits() throws Exception {
        Gate gate = new Gate();
        proxy.next(Fault.holdRequest(gate));
        writeWithoutPatience(gate);
        assertThat(rows()).isZero();
        gate.open();
        awaitTheRow();
    }

    @Test
    void letsARequestComeLate() throws Exception {
        Gate gate = new Gate();
        proxy.next(Fault.lateRequest(gate));
        assertThatThrownBy(() -> send(WRITE)).isInstanceOf(IOException.class);
        assertThat(rows()).isZero();
        gate.open();
        awaitTheRow();
    }

    @Test
    void holdsAnAnswerLongerThanTheClientWaits() throws Exception {
        Gate gate = new Gate();
        proxy.next(Fault.holdAnswer(gate));
        writeWithoutPatience(gate);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void holdsUntilTheTestLetsItThrough() throws Exception {
        Gate gate = new Gate();
        proxy.next(Fault.holdRequest(gate));
        var answer = client.sendAsync(request(WRITE).build(), BodyHandlers.ofString());
        gate.awaitArrival();
        gate.open();
        assertThat(answer.get().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500, 502, 503, 504})
    void refuses(int status) throws Exception {
        proxy.next(Fault.status(status));
        assertThat(send(WRITE).statusCode()).isEqualTo(status);
        assertThat(rows()).isZero();
    }

    @Test
    void tellsWhenToComeAgain() throws Exception {
        proxy.next(Fault.retryAfter(429, "7"));
        assertThat(send(READ).headers().firstValue("Retry-After")).hasValue("7");
    }

    @Test
    void answersSomethingElse() throws Exception {
        proxy.next(Fault.answer(200, "text/html", "<html>Welcome to our hotel</html>"));
        assertThat(send(READ).body()).contains("hotel");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 308})
    void sendsElsewhere(int status) throws Exception {
        try (FaultProxy elsewhere = FaultProxy.before(server.url())) {
            proxy.next(Fault.redirect(status, elsewhere.url() + "/v2/pipeline"));
            assertThat(send(READ).statusCode()).isEqualTo(status);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void choosesByTheBody() throws Exception {
        proxy.when(body -> body.contains("INSERT"), Fault.NONE, Fault.status(503));
        assertThat(List.of(
                        send(READ).statusCode(),
                        send(WRITE).statusCode(),
                        send(READ).statusCode(),
                        send(WRITE).statusCode(),
                        send(WRITE).statusCode()))
                .containsExactly(200, 200, 200, 503, 200);
    }

    @Test
    void healsFromWhatUsuallyHappens() throws Exception {
        proxy.usually(request -> request.body().contains("INSERT") ? Fault.status(500) : Fault.NONE);
        assertThat(send(WRITE).statusCode()).isEqualTo(500);
        assertThat(send(READ).statusCode()).isEqualTo(200);
        proxy.heal();
        assertThat(send(WRITE).statusCode()).isEqualTo(200);
    }

    @Test
    void asksForATokenAndItsRight() throws Exception {
        proxy.accept("all");
        proxy.acceptForReading("reader");
        assertThat(send(READ).statusCode()).isEqualTo(401);
        assertThat(send(READ, "Authorization", "Bearer other").statusCode()).isEqualTo(401);
        assertThat(send(WRITE, "Authorization", "Bearer all").statusCode()).isEqualTo(200);
        assertThat(send(READ, "Authorization", "Bearer reader").statusCode()).isEqualTo(200);
        assertThat(send(WRITE, "Authorization", "Bearer reader").statusCode()).isEqualTo(403);
        proxy.revoke("all");
        assertThat(send(READ, "Authorization", "Bearer all").statusCode()).isEqualTo(401);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void breaksTheConnectionWhenTheServerIsGone() {
        server.kill();
        assertThatThrownBy(() -> send(READ)).isInstanceOf(IOException.class);
    }

    private HttpResponse<String> send(String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Gives up when the gate holds what it waits for. */
    private void writeWithoutPatience(Gate gate) throws InterruptedException {
        var answer = client.sendAsync(request(WRITE).build(), BodyHandlers.ofString());
        gate.awaitArrival();
        assertThat(answer.cancel(true)).isTrue();
    }

    private void awaitTheRow() throws Exception {
        Instant deadline = Instant.now().plus(LONG);
        while (rows() == 0) {
            assertThat(Instant.now()).as("when the request came").isBefore(deadline);
        }
    }

    private HttpRequest.Builder request(String body) {
        return HttpRequest.newBuilder(URI.create(proxy.url() + "/v2/pipeline"))
                .timeout(LONG)
                .POST(BodyPublishers.ofString(body));
    }

    private int rows() throws Exception {
        return Integer.parseInt(
                RawPipeline.query(server.url(), "SELECT count(*) FROM t").get(0).get(0));
    }
}
