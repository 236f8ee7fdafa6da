package dev.schemareset.turso.http;

import static dev.schemareset.turso.http.FaultyServer.answer;
import static dev.schemareset.turso.http.FaultyServer.done;
import static dev.schemareset.turso.http.FaultyServer.endless;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.http.HranaClient.Answer;
import dev.schemareset.turso.http.HranaClient.Failure;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and what each answer means. */
class HranaClientTest {

    private static final List<Step> STEPS = List.of(Step.query("SELECT 1"));

    private static final String OTHER_SERVER =
            "check that the URL leads to a Turso database or a libSQL server, and that nothing in between answers for it.";

    @Test
    void oneRequestForOneBatch() {
        try (FaultyServer server = new FaultyServer(done())) {
            long start = System.nanoTime();
            Answer answer = client(server, Optional.of("abc.def")).read(STEPS);
            Duration all = Duration.ofNanos(System.nanoTime() - start);

            assertThat(answer.outcomes())
                    .containsExactly(new Outcome.Done(List.of("1"), List.of(List.of(new Value.Int(1)))));
            assertThat(answer.took()).isBetween(Duration.ofNanos(1), all);
            assertThat(server.requests()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.path()).isEqualTo("/v2/pipeline");
                assertThat(request.headers())
                        .containsEntry("Authorization", List.of("Bearer abc.def"))
                        .containsEntry("Content-type", List.of("application/json"))
                        .containsEntry(
                                "Content-length",
                                List.of(Integer.toString(request.body().length())))
                        .doesNotContainKeys("Transfer-encoding", "Expect", "Upgrade", "Http2-settings");
                assertThat(request.body()).startsWith("{\"baton\":null,");
            });
        }
    }

    @Test
    void withoutATokenNoneIsSent() {
        try (FaultyServer server = new FaultyServer(done())) {
            client(server, Optional.empty()).write(STEPS);

            assertThat(server.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers()).doesNotContainKey("Authorization"));
        }
    }

    @Test
    void pathOfTheUrlComesBeforeThatOfTheProtocol() {
        try (FaultyServer server = new FaultyServer(done())) {
            HranaClient.Endpoint endpoint = HranaClient.Endpoint.of(server.url() + "/dev/shop/");
            new HranaClient(endpoint, Optional::empty, Duration.ofMinutes(5), pause -> {}).read(STEPS);

            assertThat(server.requests().get(0).path()).isEqualTo("/dev/shop/v2/pipeline");
        }
    }

    /** As the namespaces of libSQL's server are called. Whoever is asked for names has no say in where it leads. */
    @Test
    void nameBelowLocalhostLeadsToThisMachine() {
        try (FaultyServer server = new FaultyServer(done())) {
            HranaClient.Endpoint endpoint = HranaClient.Endpoint.of("http://one.localhost:" + server.port());
            new HranaClient(endpoint, () -> Optional.of("abc.def"), Duration.ofMinutes(5), pause -> {}).read(STEPS);

            assertThat(server.requests()).singleElement().satisfies(request -> {
                assertThat(request.path()).endsWith("/v2/pipeline");
                assertThat(request.headers())
                        .containsEntry("Host", List.of("one.localhost:" + server.port()))
                        .containsEntry("Authorization", List.of("Bearer abc.def"));
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | UNAUTHORIZED | the server asks for a token, and there is none (HTTP 401: "no!") | pass a token for this database that has not expired; `turso db tokens create` makes one.
            403 | UNAUTHORIZED | the token gives no right to do this (HTTP 403: "no!") | pass a token that may do it: one made for reading cannot write.
            404 | NOT_FOUND | there is no such database (HTTP 404: "no!") | check the URL; `turso db show` tells that of a database.
            400 | PROTOCOL | the server does not take the request (HTTP 400: "no!") | OTHER_SERVER
            405 | PROTOCOL | the server does not take the request (HTTP 405: "no!") | OTHER_SERVER
            413 | PROTOCOL | the server does not take the request (HTTP 413: "no!") | OTHER_SERVER
            """)
    void refusalsAreFinal(int status, Reason reason, String why, String remedy) {
        try (FaultyServer server = new FaultyServer(answer(status, "no!"))) {
            HranaClient client = client(server, Optional.empty());

            Failure read = failure(() -> client.read(STEPS));
            assertThat(read.reason()).isEqualTo(reason);
            assertThat(read.failure()).isEqualTo("Cannot read from " + server.url() + ": " + why + ".");
            assertThat(read.remedy()).isEqualTo(remedy.replace("OTHER_SERVER", OTHER_SERVER));
            assertThat(read).hasMessage(read.failure() + "\nWhat to do: " + read.remedy());
            assertThat(read.code()).isEmpty();

            Failure write = failure(() -> client.write(STEPS));
            assertThat(write.reason()).isEqualTo(reason);
            assertThat(write.failure()).isEqualTo("Cannot write to " + server.url() + ": " + why + ".");
            assertThat(write.outcomeUnknown()).isFalse();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectIsNeverFollowed(int status) {
        try (FaultyServer other = new FaultyServer(done());
                FaultyServer server = new FaultyServer(
                        answer(status, "", "Location", "http://localhost:" + other.port() + "/v2/pipeline?t=secret"))) {
            Failure failure =
                    failure(() -> client(server, Optional.of("abc.def")).write(STEPS));

            assertThat(failure.reason()).isEqualTo(Reason.PROTOCOL);
            assertThat(failure)
                    .hasMessage(
                            "Cannot write to %s: the server sends on to another address, on the host \"localhost\", which is"
                                    + " never followed (HTTP %d).\nWhat to do: pass the URL of the database itself.",
                            server.url(), status);
            assertThat(failure.outcomeUnknown()).isFalse();
            assertThat(other.requests()).isEmpty();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/elsewhere", "::: no URL", "mailto:x@y"})
    void redirectToNoHost(String location) {
        try (FaultyServer server = new FaultyServer(answer(302, "", "Location", location))) {
            assertThat(failure(() -> client(server, Optional.empty()).read(STEPS)))
                    .hasMessageStartingWith("Cannot read from " + server.url()
                            + ": the server sends on to another address, which is never followed (HTTP 302).");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html>\u0007 <body>It  works!</body></html> | it is not JSON, or has a field twice, at character 0; it begins with "<html> <body>It works!</body></html>"
            {"results":[]} | the result is missing, at character 12; it begins with "{"results":[]}"
            {"results": | it is cut off, at character 11; it begins with "{"results":"
            '' | it is empty
            """)
    void whatIsNoHrana(String body, String why) {
        try (FaultyServer server = new FaultyServer(answer(200, body))) {
            HranaClient client = client(server, Optional.empty());

            Failure read = failure(() -> client.read(STEPS));
            assertThat(read.reason()).isEqualTo(Reason.PROTOCOL);
            assertThat(read)
                    .hasMessage(
                            "Cannot read from %s: the server did not answer in Hrana, because %s.\nWhat to do: %s",
                            server.url(), why, OTHER_SERVER);
            assertThat(read.outcomeUnknown()).isFalse();

            Failure write = failure(() -> client.write(STEPS));
            assertThat(write)
                    .hasMessage(
                            "Cannot write to %s: the server did not answer in Hrana, because %s. Whether the write was carried"
                                    + " out is not known.\nWhat to do: find out from the database whether it was carried out; then"
                                    + " %s",
                            server.url(), why, OTHER_SERVER);
            assertThat(write.outcomeUnknown()).isTrue();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void otherSuccessIsNoAnswer() {
        try (FaultyServer server = new FaultyServer(answer(204, ""))) {
            Failure failure = failure(() -> client(server, Optional.empty()).write(STEPS));

            assertThat(failure.reason()).isEqualTo(Reason.PROTOCOL);
            assertThat(failure.failure())
                    .isEqualTo("Cannot write to " + server.url() + ": the server did not answer in Hrana (HTTP 204)."
                            + " Whether the write was carried out is not known.");
            assertThat(failure.outcomeUnknown()).isTrue();
        }
    }

    @Test
    void bodyWithoutEndIsCutOff() {
        try (FaultyServer server = new FaultyServer(endless())) {
            Failure failure = failure(() -> client(server, Optional.empty()).read(STEPS));

            assertThat(failure.reason()).isEqualTo(Reason.PROTOCOL);
            assertThat(failure.code()).isEqualTo("RESPONSE_TOO_LARGE");
            assertThat(failure)
                    .hasMessage(
                            "Cannot read from %s: the response is larger than 64 MB.\nWhat to do: ask for less at once.",
                            server.url());
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** Another token of the same origin would have no other rights. */
    @Test
    void tokenWithoutTheRightIsNotRenewed() {
        Iterator<String> tokens = List.of("first", "second").iterator();
        try (FaultyServer server = new FaultyServer(answer(403, ""))) {
            HranaClient client = new HranaClient(
                    server.endpoint(), () -> Optional.of(tokens.next()), Duration.ofMinutes(5), pause -> {});

            assertThat(failure(() -> client.write(STEPS)).reason()).isEqualTo(Reason.UNAUTHORIZED);

            assertThat(tokens.next()).isEqualTo("second");
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** Text that runs backwards, or that nobody sees, could make a message say something else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202e",
                "\u202a",
                "\u2066",
                "\u2069",
                "\u200e",
                "\u061c", // directions
                "\u200b",
                "\u200d",
                "\u2060",
                "\ufeff",
                "\u00ad", // invisible
                "\u2028",
                "\u2029",
                "\u0085",
                "\u00a0",
                "\u3000", // lines and blanks
                "\u001b",
                "\u007f",
                "\u0000",
                "\ue000",
                "\udb40\udc41"
            })
    void nothingInvisibleIsRepeated(String hidden) {
        String said = "no" + hidden + "pe";
        String json = "{\"message\":\"" + said.replace("\u0000", "\\u0000").replace("\u001b", "\\u001b")
                + "\",\"code\":\"C" + (hidden.charAt(0) < ' ' ? "" : hidden) + "\"}";
        String refused = "{\"results\":[{\"type\":\"error\",\"error\":" + json + "}]}";
        String failed = "{\"results\":[{\"type\":\"ok\",\"response\":{\"type\":\"batch\",\"result\":{"
                + "\"step_results\":[null],\"step_errors\":[" + json + "]}}}]}";
        try (FaultyServer server = new FaultyServer(answer(400, said), answer(200, refused), answer(200, failed))) {
            HranaClient client = client(server, Optional.empty());

            assertThat(failure(() -> client.read(STEPS)).failure()).endsWith("(HTTP 400: \"no pe\").");
            assertThat(failure(() -> client.read(STEPS)).failure())
                    .endsWith(": the server refuses the batch, with the code \"C\": \"no pe\".");
            assertThat(client.read(STEPS).outcomes()).containsExactly(new Outcome.Failed("C", "no pe"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "libsql://db.example, libsql://db.example:443, true",
        "libsql://db.example:443, https://db.example, true",
        "libsql://db.example/dev, https://db.example:443/dev, true",
        "https://[::1]:443, libsql://[::1], true",
        "libsql://db.example, libsql://db.example:8443, false",
        "libsql://db.example:4433, libsql://db.example, false",
        "libsql://db.example/a:443, libsql://db.example/a, false",
        "libsql://db.example:443/dev, libsql://db.example, false",
        "libsql://db.example, libsql://db.examples, false"
    })
    void portOfTlsNeedsNotBeWritten(String url, String other, boolean isSame) {
        HranaClient client =
                new HranaClient(HranaClient.Endpoint.of(url), Optional::empty, Duration.ofMinutes(5), pause -> {});

        assertThat(client.isAt(other)).isEqualTo(isSame);
    }

    @Test
    void refusedBatch() {
        String refused = """
                {"results":[{"type":"error","error":{"code":"SQL_PARSE_ERROR","message":"near \\"x\\":\\n syntax"}}]}""";
        try (FaultyServer server = new FaultyServer(answer(200, refused))) {
            Failure failure = failure(() -> client(server, Optional.empty()).write(STEPS));

            assertThat(failure.reason()).isEqualTo(Reason.REJECTED);
            assertThat(failure.code()).isEqualTo("SQL_PARSE_ERROR");
            assertThat(failure.outcomeUnknown()).isFalse();
            assertThat(failure)
                    .hasMessage(
                            "Cannot write to %s: the server refuses the batch, with the code \"SQL_PARSE_ERROR\": \"near \"x\":"
                                    + " syntax\".\nWhat to do: change what the server complains about, and try again.",
                            server.url());
        }
    }

    @Test
    void quotesAreShort() {
        try (FaultyServer server = new FaultyServer(answer(400, "no! ".repeat(100_000)))) {
            assertThat(failure(() -> client(server, Optional.empty()).read(STEPS))
                            .failure())
                    .hasSizeLessThan(700)
                    .endsWith(" no! no! ...\").");
        }
    }

    @Test
    void errorOfAStepIsOneShortLine() {
        String failed = """
                {"results":[{"type":"ok","response":{"type":"batch","result":{"step_results":[null],"step_errors":[\
                {"code":"SQLITE_ERROR","message":"no such table:\\r\\n t%s"}]}}}]}""";
        try (FaultyServer server =
                new FaultyServer(answer(200, failed.formatted("")), answer(200, failed.formatted("x".repeat(1_000))))) {
            HranaClient client = client(server, Optional.empty());

            assertThat(client.read(STEPS).outcomes())
                    .containsExactly(new Outcome.Failed("SQLITE_ERROR", "no such table: t"));
            assertThat(client.read(STEPS).outcomes())
                    .containsExactly(new Outcome.Failed("SQLITE_ERROR", "no such table: t" + "x".repeat(484) + "..."));
        }
    }

    private static HranaClient client(FaultyServer server, Optional<String> token) {
        return new HranaClient(server.endpoint(), () -> token, Duration.ofMinutes(5), pause -> {
            throw new AssertionError("Nothing here is worth another try.");
        });
    }

    private static Failure failure(ThrowingCallable call) {
        return catchThrowableOfType(Failure.class, call);
    }
}
