package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.http.HranaClient.Endpoint;
import dev.schemareset.turso.http.HranaClient.Pause;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.SeenRequest;
import dev.schemareset.turso.support.ServerKind;
import dev.schemareset.turso.support.TursoServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server that keeps a stream open is asked to close it, or its connections run out; one that does not is not, or it fails. */
class OpenStreamTest {

    private static final String CLOSE = "\"type\":\"close\"";

    private static final String ONE_STEP = """
            {"baton":%s,"base_url":null,"results":[{"type":"ok","response":{"type":"batch","result":
            {"step_results":[{"cols":[],"rows":[]}],"step_errors":[null]}}}%s]}""";

    private static HranaClient client(String url) {
        return new HranaClient(Endpoint.of(url), Optional::empty, Duration.ofMinutes(5), Pause.SLEEP);
    }

    @OnEachServer
    void connectionsDoNotRunOut(TursoServer server, FaultProxy proxy) throws Exception {
        HranaClient client = client(proxy.url());
        for (int i = 0; i < 300; i++) {
            client.read(List.of(Step.query("SELECT 1")));
        }
        boolean keepsOpen = server.kind() == ServerKind.SQLD;
        List<SeenRequest> requests = proxy.requests();
        assertThat(requests).hasSize(keepsOpen ? 301 : 300);
        assertThat(requests.get(0).body()).doesNotContain(CLOSE);
        assertThat(requests.subList(1, requests.size()))
                .allMatch(request -> request.body().contains(CLOSE) == keepsOpen);
    }

    /** The server has 128, and each client is a new one to it. */
    @OnEachServer
    void connectionsDoNotRunOutOfManyClients(TursoServer server) {
        for (int i = 0; i < 250; i++) {
            assertThat(client(server.url())
                            .read(List.of(Step.query("SELECT 1")))
                            .outcomes())
                    .hasSize(1);
        }
    }

    @Test
    void whoeverGivesABatonIsAskedToCloseItsStreamAndTheNext() throws Exception {
        try (FaultProxy proxy = FaultProxy.before("http://127.0.0.1:9")) {
            HranaClient client = client(proxy.url());
            proxy.next(
                    Fault.answer(200, "application/json", ONE_STEP.formatted("\"b\"", "")),
                    Fault.answer(500, "text/plain", "not now"),
                    Fault.answer(
                            200,
                            "application/json",
                            ONE_STEP.formatted("null", ",{\"type\":\"ok\",\"response\":{\"type\":\"close\"}}")),
                    Fault.answer(
                            200,
                            "application/json",
                            ONE_STEP.formatted("null", ",{\"type\":\"error\",\"error\":{\"message\":\"m\"}}")));

            for (int i = 0; i < 3; i++) {
                client.read(List.of(Step.query("SELECT 1")));
            }

            assertThat(proxy.requests().stream().map(request -> request.body().contains(CLOSE)))
                    .containsExactly(false, true, true, true);
            assertThat(proxy.requests().get(1).body())
                    .isEqualTo("{\"baton\":\"b\",\"requests\":[{\"type\":\"close\"}]}");
        }
    }

    /** A batch that is refused leaves it open, too. */
    @Test
    void streamOfARefusedBatchIsClosed() throws Exception {
        try (FaultProxy proxy = FaultProxy.before("http://127.0.0.1:9")) {
            proxy.next(Fault.answer(200, "application/json", """
                            {"baton":"b","results":[{"type":"error","error":{"code":"SQL_PARSE_ERROR","message":"no"}}]}"""), Fault.answer(500, "text/plain", "not now"));

            assertThatThrownBy(() -> client(proxy.url()).read(List.of(Step.query("SELECT"))))
                    .hasMessageContaining("SQL_PARSE_ERROR");

            assertThat(proxy.requests()).hasSize(2);
            assertThat(proxy.requests().get(1).body())
                    .isEqualTo("{\"baton\":\"b\",\"requests\":[{\"type\":\"close\"}]}");
        }
    }
}
